package io.subsidyrules.engine.limit;

import io.subsidyrules.policy.Yuan;

/** The rest that a limit leaves for awards that are not decided, beside those that are or in their place. */
interface Room {

    /** The most that an award adds to what is granted. */
    Yuan most(int claim, Yuan award);

    /** Takes it. */
    void take(int claim, Yuan award, Yuan taken);
}
