package io.subsidyrules.engine.stake;

/**
 * Items that limits treat alike.
 *
 * @param limits by which they are told from other kinds
 * @param ranked whether only the highest of them is given
 */
public record StakeKind(Object limits, boolean ranked) {}
