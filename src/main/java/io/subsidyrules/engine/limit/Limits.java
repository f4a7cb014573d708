package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /**
     * Those of the changes of a refused item after which the same limits apply and count the same together. It looks at
     * limits that do not concern the request now too.
     */
    public List<Change> keeping(List<Change> changes, RuledItem item, Facts facts, Request request) {
        List<EvaluableLimit> covering =
                all.stream().filter(limit -> limit.covers(item)).toList();
        return covering.isEmpty()
                ? changes
                : changes.stream()
                        .filter(change -> change.fields().stream().noneMatch(fact -> covering.stream()
                                .anyMatch(limit -> limit.reads(fact.pointer(), facts))))
                        .toList();
    }

    private List<EvaluableLimit> concerning(Request request) {
        return all.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(limit -> limit.concerns(request)
                                && limit.limit().period().contains(request.asOf())
                                && request.claims().stream()
                                        .anyMatch(claim ->
                                                limit.concerns(claim.fact().type())))
                        .toList();
    }

    /** The queries for the recorded awards that they count for a request, each once. */
    public List<AwardQuery> queries(Request request) {
        Set<AwardQuery> queries = new LinkedHashSet<>();
        List<Fact> claims = request.claims().stream().map(Claim::fact).toList();
        for (EvaluableLimit limit : concerning(request)) {
            if (new LimitState(limit, request.applicant(), Optional.empty()).applies() == Truth.FALSE) {
                continue;
            }
            queries.addAll(new AwardMatch(limit.limit().awards(), request.applicant())
                    .queries(claims, claim -> limit.concerns(claim.type())));
        }
        return List.copyOf(queries);
    }
}
