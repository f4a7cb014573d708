package io.subsidyrules.engine.limit;

import io.subsidyrules.policy.Yuan;

/** By how much an award can be higher than the highest. */
final class HighestRoom implements Room {

    private final Yuan recorded;
    private final boolean toppingUp;
    private Yuan highest;
    private Yuan granted;

    /**
     * @param recorded what was given before
     * @param highest the highest that was decided now, before what was given is taken off
     * @param granted what was granted of it
     */
    HighestRoom(Yuan recorded, boolean toppingUp, Yuan highest, Yuan granted) {
        this.recorded = recorded;
        this.toppingUp = toppingUp;
        this.highest = highest;
        this.granted = granted;
    }

    @Override
    public Yuan most(int claim, Yuan award) {
        if (!recorded.isZero() && !toppingUp) {
            return Yuan.ZERO;
        }
        return award.compareTo(highest) <= 0 ? Yuan.ZERO : award.above(recorded).above(granted);
    }

    @Override
    public void take(int claim, Yuan award, Yuan taken) {
        if (!taken.isZero()) {
            highest = highest.max(award);
            granted = granted.plus(taken);
        }
    }

    @Override
    public Room copy() {
        return new HighestRoom(recorded, toppingUp, highest, granted);
    }

    @Override
    public boolean leavesAsMuchAs(Room other) {
        return other instanceof HighestRoom room
                && highest.compareTo(room.highest) <= 0
                && granted.compareTo(room.granted) <= 0;
    }
}
