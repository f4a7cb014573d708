package io.subsidyrules.engine.limit;

import io.subsidyrules.policy.Yuan;

/** The rest that a limit leaves for awards that are not decided, beside those that are or in their place. */
interface Room {

    /** Expects another open award of a claim, which {@link #most} takes for granted. */
    default void expect(int claim, Yuan award) {
        // Most rooms look at each award by itself.
    }

    /** The most that an award adds to what is granted, with the others of its claim that are expected. */
    Yuan most(int claim, Yuan award);

    /** The most that it adds to what is granted and taken. */
    default Yuan next(int claim, Yuan award) {
        return most(claim, award);
    }

    /** Takes it. */
    void take(int claim, Yuan award, Yuan taken);

    /** The same, to take from it by itself. */
    Room copy();

    /** Whether it leaves every award at least what another state of the same room leaves it. */
    boolean leavesAsMuchAs(Room other);
}
