package io.subsidyrules.engine.limit;

import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The most that open awards come to within limits, claim by claim. Where a claim can have one award or another, what is
 * left for later claims depends on which: all ways are kept that may turn out to be the best. Used by one thread.
 */
public final class OpenWays {

    /** So many ways are followed; of more, those that come to most. */
    private static final int MOST = 16;

    /** Where there are no limits: nothing is taken from it. */
    static final OpenWays NONE = new OpenWays(List.of());

    private List<Way> ways;

    /** One of the ways: the sum that was taken, and the rest. */
    private record Way(Yuan sum, OpenAwards left) {

        boolean isAsGoodAs(Way other) {
            return sum.compareTo(other.sum) >= 0 && left.leavesAsMuchAs(other.left);
        }

        Way with(Choice choice) {
            OpenAwards rest = left.copy();
            return new Way(sum.plus(choice.takenFrom(rest)), rest);
        }
    }

    OpenWays(OpenAwards left) {
        this(List.of(new Way(Yuan.ZERO, left)));
    }

    private OpenWays(List<Way> ways) {
        this.ways = ways;
    }

    /**
     * Awards that a claim can have together.
     *
     * @param assumed for keys of the claim that are not known
     */
    public record Choice(AssumedKeys assumed, List<Open> awards) {

        public Choice {
            awards = List.copyOf(awards);
        }

        private Yuan takenFrom(OpenAwards left) {
            Yuan sum = Yuan.ZERO;
            for (Open one : awards) {
                sum = sum.plus(one.award()
                        .map(award -> left.take(award, one.most(), assumed))
                        .orElse(one.most()));
            }
            return sum;
        }
    }

    /**
     * An item of a claim that is not decided.
     *
     * @param most that it comes to without limits
     * @param award the same as limits see it; empty where none covers it
     */
    public record Open(Yuan most, Optional<CoveredAward> award) {}

    /** Expects an award: others of its claim count as if it were granted, as long as they are not taken. */
    public void expect(CoveredAward award) {
        ways.forEach(way -> way.left().expect(award));
    }

    /**
     * Says of an award what it adds at most to all that was taken.
     *
     * @param assumptions of its claim under which it can be had
     */
    public void leave(CoveredAward award, List<AssumedKeys> assumptions) {
        Yuan most = sum();
        Way best = ways.get(0);
        AssumedKeys likely = AssumedKeys.NONE;
        for (Way way : ways) {
            for (AssumedKeys assumed : assumptions) {
                Yuan with = way.sum().plus(way.left().most(award, award.whole(), assumed));
                if (with.compareTo(most) > 0) {
                    most = with;
                    best = way;
                    likely = assumed;
                }
            }
        }
        best.left().leave(award, likely);
        award.atStake(most.above(sum()));
    }

    /**
     * Takes one of the choices that a claim has.
     *
     * @return by how much the most of all claims rises
     */
    public Yuan take(List<Choice> choices) {
        Yuan before = sum();
        if (choices.size() == 1 && ways.size() == 1) {
            Way only = ways.get(0);
            ways = List.of(new Way(before.plus(choices.get(0).takenFrom(only.left())), only.left()));
        } else {
            ways = best(ways.stream()
                    .flatMap(way -> choices.stream().map(way::with))
                    .sorted(Comparator.comparing(Way::sum).reversed())
                    .toList());
        }
        return sum().above(before);
    }

    /** The sum of the best way, which is the first. */
    private Yuan sum() {
        return ways.get(0).sum();
    }

    private static List<Way> best(List<Way> dearestFirst) {
        List<Way> best = new ArrayList<>();
        for (Way way : dearestFirst) {
            if (best.size() < MOST && best.stream().noneMatch(known -> known.isAsGoodAs(way))) {
                best.add(way);
            }
        }
        return best;
    }
}
