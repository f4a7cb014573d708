package io.subsidyrules.dialect.limit;

import io.subsidyrules.dialect.bind.BoundLimit;
import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.operand.ChosenAwards;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the limits of all policies against the items of all policies. */
public final class LimitResolver {

    private final Map<String, Policy> policies;
    private final List<Rule> rules;
    private final Faults faults;

    /**
     * @param policies those whose files could be read, by folder
     * @param rules those of all policies
     */
    public LimitResolver(Map<String, Policy> policies, List<Rule> rules, Faults faults) {
        this.policies = policies;
        this.rules = rules;
        this.faults = faults;
    }

    /**
     * The limits with the items whose awards they count; where one has a fault, it is left out.
     *
     * @param complete whether all rules could be read, so that what is missing among them is a fault of the limit
     */
    public List<Limit> limits(List<BoundLimit> bound, boolean complete) {
        List<Limit> limits = new ArrayList<>();
        for (BoundLimit one : bound) {
            Optional<AwardChoice> choice =
                    new ChosenAwards(one.awards(), one.policy(), one.group(), policies, faults).of(rules);
            if (choice.isEmpty()) {
                continue;
            }
            Limit limit = new Limit(
                    one.name(),
                    one.policy(),
                    one.clause().text(),
                    one.readings(),
                    one.period(),
                    one.conditions(),
                    choice.get(),
                    one.ceiling(),
                    one.source(),
                    one.place());
            if (!complete || new LimitCheck(limit, one, rules, faults).isSound(limits)) {
                limits.add(limit);
            }
        }
        return limits;
    }
}
