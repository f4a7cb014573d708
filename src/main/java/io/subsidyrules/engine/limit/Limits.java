package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The limits of a ruleset. Immutable and safe for many threads. */
public final class Limits {

    /** The one list of all, in the order in which they are applied. */
    private final List<EvaluableLimit> all;

    private Limits(List<EvaluableLimit> all) {
        this.all = all;
    }

    /**
     * The limits ready to evaluate.
     *
     * @param limits in the order of policy folder, clause number, place in the file
     * @param items of the ruleset
     */
    public static Limits of(List<Limit> limits, List<RuledItem> items) {
        return new Limits(limits.stream()
                .map(limit -> new EvaluableLimit(limit, items))
                .sorted(Comparator.comparing(EvaluableLimit::stage))
                .toList());
    }

    /** Those that concern a request, before any award is added. */
    public AppliedLimits on(Request request, Optional<EarlierAwards> awards) {
        return new AppliedLimits(concerning(request), request, awards);
    }

    /** How many cover an item. */
    public int covering(RuledItem item) {
        return (int) all.stream().filter(limit -> limit.covers(item)).count();
    }

    private List<EvaluableLimit> concerning(Request request) {
        return all.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(limit -> request.asksFor(limit.limit().policy())
                                && limit.limit().period().contains(request.asOf())
                                && request.claims().stream()
                                        .anyMatch(claim ->
                                                limit.concerns(claim.fact().type())))
                        .toList();
    }

    /** The queries for the recorded awards that they count for a request, each once. */
    public List<AwardQuery> queries(Request request) {
        Set<AwardQuery> queries = new LinkedHashSet<>();
        for (EvaluableLimit limit : concerning(request)) {
            if (new LimitState(limit, request.applicant(), Optional.empty()).applies() == Truth.FALSE) {
                continue;
            }
            Set<AwardQuery.Item> items = limit.limit().awards().items().stream()
                    .map(item -> new AwardQuery.Item(item.policy(), item.id()))
                    .collect(Collectors.toSet());
            Optional<LocalDate> since = limit.limit().awards().window().since(request.asOf());
            scopes(limit, request).forEach(scope -> queries.add(new AwardQuery(scope, items, since)));
        }
        return List.copyOf(queries);
    }

    private static Set<AwardQuery.Scope> scopes(EvaluableLimit limit, Request request) {
        AwardChoice.Scope scope = limit.limit().awards().scope();
        Set<AwardQuery.Scope> scopes = new LinkedHashSet<>();
        if (scope instanceof AwardChoice.OfGroup group) {
            Field field = group.field().field();
            Optional.ofNullable(request.applicant().value(field))
                    .ifPresent(value -> scopes.add(new AwardQuery.OfGroup(field.name(), stored(value))));
        } else if (scope instanceof AwardChoice.OfApplicant) {
            request.applicantId().ifPresent(id -> scopes.add(new AwardQuery.OfApplicant(id)));
        } else {
            for (Claim claim : request.claims()) {
                if (limit.concerns(claim.fact().type())) {
                    keys(claim.fact()).ifPresent(keys -> scopes.add(new AwardQuery.OfProject(keys)));
                }
            }
        }
        return scopes;
    }

    private static Optional<Map<String, Object>> keys(Fact claim) {
        Map<String, Object> keys = new HashMap<>();
        for (Field key : claim.type().keys()) {
            Object value = claim.value(key);
            if (value == null) {
                return Optional.empty();
            }
            keys.put(key.name(), stored(value));
        }
        return Optional.of(keys);
    }

    /** The value as a request states it: of a constant the name. */
    private static Object stored(Object value) {
        return value instanceof Constant constant ? constant.name() : value;
    }
}
