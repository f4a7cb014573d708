package io.subsidyrules.engine.limit;

import io.subsidyrules.policy.Yuan;

/**
 * The part of a limit in the amount of an award.
 *
 * @param usage what others had used of it
 * @param before what the limits before it left of the award
 * @param after what it left of that
 */
record LimitStep(Usage usage, Yuan before, Yuan after) {

    static final LimitStep NONE = new LimitStep(Usage.NONE, Yuan.ZERO, Yuan.ZERO);

    boolean isCut() {
        return after.compareTo(before) < 0;
    }
}
