package io.subsidyrules.effect;

/** The effect on a request, or on an item of it, in one word. */
public enum Verdict {
    /** More is paid, or as much and something became eligible. */
    WINNER,
    /** Less is paid, or as much and something ceased to be eligible. */
    LOSER,
    /** Another status or another amount at stake, without more or less being paid; or both more and less. */
    OTHERWISE,
    /** The old and the new rules say the same. */
    UNCHANGED
}
