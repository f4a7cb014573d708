package io.subsidyrules.engine.limit;

import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.policy.Yuan;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The rest that limits leave for awards that are open, one after the other. Of those that it is asked for, those taken
 * never come to more than any limit leaves. Used by one thread.
 */
public final class OpenAwards {

    private final Map<Pool, Room> rooms = new HashMap<>();
    private final Function<Pool, Room> opened;

    /** @param opened what a limit leaves after all that is decided */
    OpenAwards(Function<Pool, Room> opened) {
        this.opened = opened;
    }

    /** Expects an award: others of its claim count as if it were granted, as long as they are not taken. */
    public void expect(CoveredAward award) {
        for (CoveredAward.Covering one : award.covering()) {
            room(one).expect(award.claim(), award.whole());
        }
    }

    /** The most that an award adds to what is granted and taken already. */
    public Yuan most(CoveredAward award) {
        return most(award, award.whole());
    }

    /** The same if it were of another amount. */
    Yuan most(CoveredAward award, Yuan whole) {
        Yuan most = whole;
        for (CoveredAward.Covering one : award.covering()) {
            if (one.limit().applies() == Truth.TRUE) {
                most = most.atMost(room(one).most(award.claim(), whole));
            }
        }
        return most;
    }

    /**
     * Takes as much for an award as is left of it, and at most so much.
     *
     * @return what it took
     */
    public Yuan take(CoveredAward award, Yuan atMost) {
        Yuan taken = award.whole().atMost(atMost);
        for (CoveredAward.Covering one : award.covering()) {
            if (one.limit().applies() == Truth.TRUE) {
                taken = taken.atMost(room(one).next(award.claim(), award.whole()));
            }
        }
        for (CoveredAward.Covering one : award.covering()) {
            if (one.limit().applies() == Truth.TRUE) {
                room(one).take(award.claim(), award.whole(), taken);
            }
        }
        return taken;
    }

    private Room room(CoveredAward.Covering one) {
        return rooms.computeIfAbsent(one.pool(), opened);
    }
}
