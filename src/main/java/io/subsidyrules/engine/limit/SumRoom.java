package io.subsidyrules.engine.limit;

import io.subsidyrules.policy.Yuan;

/** The rest of a sum. */
final class SumRoom implements Room {

    private Yuan left;

    SumRoom(Yuan left) {
        this.left = left;
    }

    @Override
    public Yuan most(int claim, Yuan award) {
        return award.atMost(left);
    }

    @Override
    public void take(int claim, Yuan award, Yuan taken) {
        left = left.above(taken);
    }

    @Override
    public Room copy() {
        return new SumRoom(left);
    }

    @Override
    public boolean leavesAsMuchAs(Room other) {
        return other instanceof SumRoom sum && left.compareTo(sum.left) >= 0;
    }
}
