package io.subsidyrules.engine;

import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.List;

/** What a claim's undetermined and referred items could add at most. */
final class Stakes {

    private final List<Stake> stakes = new ArrayList<>(3);

    private record Stake(JudgedRule rule, Yuan yuan) {
        boolean excludes(Stake other) {
            return rule.demands().exclude(other.rule.demands());
        }
    }

    void add(JudgedRule rule, Yuan yuan) {
        if (yuan.compareTo(Yuan.ZERO) > 0) {
            stakes.add(new Stake(rule, yuan));
        }
    }

    /** The most that items which do not exclude each other come to together. */
    Yuan most() {
        return most(stakes);
    }

    private static Yuan most(List<Stake> stakes) {
        if (stakes.isEmpty()) {
            return Yuan.ZERO;
        }
        Stake first = stakes.get(0);
        List<Stake> others = stakes.subList(1, stakes.size());
        List<Stake> compatible =
                others.stream().filter(other -> !first.excludes(other)).toList();
        Yuan with = first.yuan().plus(most(compatible));
        return compatible.size() == others.size() ? with : with.max(most(others));
    }
}
