package io.subsidyrules.ledger.account;

import java.util.Optional;

/**
 * The figures of an account.
 *
 * @param awards for projects, also those that were revoked
 * @param twiceBefore awards of entries without {@code projectForm} for what looks like a project that was paid for,
 *     which was not compared then
 * @param firstTwice the sequence of the first of them
 */
public record Summary(long decisions, long revocations, long awards, long twiceBefore, Optional<Long> firstTwice) {}
