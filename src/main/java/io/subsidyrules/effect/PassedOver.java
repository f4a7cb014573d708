package io.subsidyrules.effect;

/**
 * An entry of the ledger that has no request: a key, a ruleset or a revocation.
 *
 * @param revocation whether it revokes a decision, or claims of one
 */
public record PassedOver(boolean revocation) implements LineEffect {}
