package io.subsidyrules.engine.limit;

import io.subsidyrules.policy.Yuan;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The rest that limits leave for awards that are open, one after the other. Of those that it is asked for, those taken
 * never come to more than any limit leaves. Used by one thread.
 */
final class OpenAwards {

    private final Map<Pool, Room> rooms = new HashMap<>();
    private final Function<Pool, Room> opened;

    /** @param opened what a limit leaves after all that is decided */
    OpenAwards(Function<Pool, Room> opened) {
        this.opened = opened;
    }

    /** The same, to take from it by itself. */
    OpenAwards copy() {
        OpenAwards copy = new OpenAwards(opened);
        rooms.forEach((pool, room) -> copy.rooms.put(pool, room.copy()));
        return copy;
    }

    /** Whether it leaves every award at least what another one leaves it, which was taken from in another way. */
    boolean leavesAsMuchAs(OpenAwards other) {
        return rooms.entrySet().stream().allMatch(room -> room.getValue().leavesAsMuchAs(other.room(room.getKey())))
                && other.rooms.entrySet().stream()
                        .allMatch(theirs -> room(theirs.getKey()).leavesAsMuchAs(theirs.getValue()));
    }

    /** Expects an award: others of its claim count as if it were granted, as long as they are not taken. */
    void expect(CoveredAward award) {
        for (CoveredAward.Covering one : award.covering()) {
            room(one.pool()).expect(award.claim(), award.whole());
        }
    }

    /** Says of an award, limit by limit, what it adds at most to what is granted and taken already. */
    void leave(CoveredAward award, AssumedKeys assumed) {
        Yuan most = award.whole();
        for (CoveredAward.Covering one : award.covering()) {
            if (one.applies()) {
                Pool pool = award.pool(one, assumed);
                Yuan left = most.atMost(room(pool).most(award.claim(), award.whole()));
                boolean fits = !award.exact() || !one.isAllOrNothing() || left.equals(most);
                one.leave(new LimitStep(pool.usage(), most, fits ? left : Yuan.ZERO));
                most = fits ? left : Yuan.ZERO;
            }
        }
    }

    /**
     * The most that an award adds to what is granted and taken already.
     *
     * @param whole what it would come to without limits
     */
    Yuan most(CoveredAward award, Yuan whole, AssumedKeys assumed) {
        Yuan most = whole;
        for (CoveredAward.Covering one : award.covering()) {
            if (one.applies()) {
                most = most.atMost(room(award.pool(one, assumed)).most(award.claim(), whole));
            }
        }
        return fitting(award, whole, most);
    }

    /**
     * Takes as much for an award as is left of it.
     *
     * @param whole what it would come to without limits
     * @return what it took
     */
    Yuan take(CoveredAward award, Yuan whole, AssumedKeys assumed) {
        Yuan taken = whole;
        for (CoveredAward.Covering one : award.covering()) {
            if (one.applies()) {
                taken = taken.atMost(room(award.pool(one, assumed)).next(award.claim(), whole));
            }
        }
        taken = fitting(award, whole, taken);
        for (CoveredAward.Covering one : award.covering()) {
            if (one.applies()) {
                room(award.pool(one, assumed)).take(award.claim(), whole, taken);
            }
        }
        return taken;
    }

    /** Nothing, where an award that is all or nothing, and can come to nothing less, does not fit. */
    private static Yuan fitting(CoveredAward award, Yuan whole, Yuan left) {
        boolean cut = left.compareTo(whole) < 0;
        return cut && award.exact() && award.isAllOrNothing() ? Yuan.ZERO : left;
    }

    private Room room(Pool pool) {
        return rooms.computeIfAbsent(pool, opened);
    }
}
