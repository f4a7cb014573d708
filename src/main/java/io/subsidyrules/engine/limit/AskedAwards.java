package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.engine.request.Request;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The earlier awards that conditions of a ruleset ask for. Immutable and safe for many threads. */
public final class AskedAwards {

    /**
     * The types of facts that ask, by the choice: those of claims, and that of the applicant where no claim is asked.
     */
    private final Map<AwardChoice, Set<FactType>> choices;

    /** The policies whose rules ask, by the choice. */
    private final Map<AwardChoice, Set<String>> policies;

    private AskedAwards(Map<AwardChoice, Set<FactType>> choices, Map<AwardChoice, Set<String>> policies) {
        this.choices = choices;
        this.policies = policies;
    }

    /** Those of rules and of limits; these ask of the applicant alone, as rules without a claim do. */
    public static AskedAwards of(List<Rule> rules, List<Limit> limits, FactType applicant) {
        Map<AwardChoice, Set<FactType>> choices = new LinkedHashMap<>();
        Map<AwardChoice, Set<String>> policies = new HashMap<>();
        rules.forEach(
                rule -> collect(rule.conditions(), rule.policy(), rule.claim().orElse(applicant), choices, policies));
        limits.forEach(limit -> collect(limit.conditions(), limit.policy(), applicant, choices, policies));
        return new AskedAwards(choices, policies);
    }

    private static void collect(
            List<Condition> conditions,
            String policy,
            FactType asking,
            Map<AwardChoice, Set<FactType>> choices,
            Map<AwardChoice, Set<String>> policies) {
        for (Condition condition : conditions) {
            if (condition.expression() instanceof Expression.EarlierAward earlier) {
                Set<FactType> types = choices.computeIfAbsent(earlier.choice(), choice -> new HashSet<>());
                types.add(asking);
                policies.computeIfAbsent(earlier.choice(), choice -> new HashSet<>())
                        .add(policy);
            }
        }
    }

    /** Whether a request is asked about. */
    public boolean concern(Request request) {
        return !choices.isEmpty() && choices.keySet().stream().anyMatch(choice -> concerns(choice, request));
    }

    private boolean concerns(AwardChoice choice, Request request) {
        Set<FactType> types = choices.getOrDefault(choice, Set.of());
        return policies.getOrDefault(choice, Set.of()).stream().anyMatch(request::asksFor)
                && (types.contains(request.applicant().type())
                        || request.claims().stream()
                                .anyMatch(claim -> types.contains(claim.fact().type())));
    }

    /** The queries for the recorded awards that conditions ask for, each once. */
    public List<AwardQuery> queries(Request request) {
        Set<AwardQuery> queries = new LinkedHashSet<>();
        List<Fact> claims = request.claims().stream().map(claim -> claim.fact()).toList();
        choices.forEach((choice, types) -> {
            if (concerns(choice, request)) {
                queries.addAll(new AwardMatch(choice, request.applicant())
                        .queries(claims, claim -> types.contains(claim.type())));
            }
        });
        return List.copyOf(queries);
    }

    /** Tells the facts of a request which of them are recorded, where that was looked up. */
    public void tell(Request request, Optional<EarlierAwards> awards) {
        if (choices.isEmpty() || awards.filter(EarlierAwards::lookedUp).isEmpty()) {
            return;
        }
        choices.keySet().stream()
                .filter(choice -> concerns(choice, request))
                .forEach(choice -> tell(choice, request, awards.get().counted()));
    }

    private static void tell(AwardChoice choice, Request request, List<RecordedAward> recorded) {
        AwardMatch match = new AwardMatch(choice, request.applicant());
        List<RecordedAward> chosen = recorded.stream().filter(match::includes).toList();
        if (choice.scope() instanceof AwardChoice.OfProject) {
            Set<Map<String, Object>> projects =
                    chosen.stream().map(award -> canonical(award.keys())).collect(Collectors.toSet());
            request.claims().forEach(claim -> AwardMatch.keys(claim.fact())
                    .ifPresent(keys -> claim.fact().award(choice, projects.contains(canonical(keys)))));
        } else if (match.owner().map(request.applicant()::value).isPresent()) {
            request.applicant().award(choice, !chosen.isEmpty());
        }
    }

    private static Map<String, Object> canonical(Map<String, Object> keys) {
        Map<String, Object> canonical = new HashMap<>();
        keys.forEach((name, value) -> canonical.put(name, Values.canonical(value)));
        return canonical;
    }
}
