package io.subsidyrules.engine.answer;

/** Whether recorded awards were looked for, where a limit counts them. */
public enum Consulted {
    /** They were, and count. */
    CONSULTED,
    /** The request was looked at alone. */
    NOT_CONSULTED
}
