package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.Consulted;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.Explanation;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.change.Changes;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.limit.AppliedLimits;
import io.subsidyrules.engine.limit.CoveredAward;
import io.subsidyrules.engine.limit.LimitWording;
import io.subsidyrules.engine.limit.OpenWays;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.rule.EvaluableItem;
import io.subsidyrules.engine.rule.EvaluableRule;
import io.subsidyrules.engine.stake.Exclusions;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.api.runtime.KieSession;

/** One evaluation of one request. */
final class Evaluation {

    private final CompiledRules rules;
    private final Request request;
    private final Explain explain;
    private final Optional<EarlierAwards> awards;
    private final List<Fact> facts;
    private final RepeatedClaims repeats;
    private final AppliedLimits limits;
    private final OpenWays left;
    private final List<JudgedClaim> judged;

    private final Questions missing;
    private final Totals totals;
    private final LimitedChanges limitedChanges;

    /** @param awards where a project is paid once, what is known of earlier awards */
    Evaluation(CompiledRules rules, Request request, Explain explain, Optional<EarlierAwards> awards) {
        this.rules = rules;
        this.request = request;
        this.explain = explain;
        this.awards = awards;
        this.facts = facts(request);
        rules.askedAwards().tell(request, awards);
        this.limits = rules.limits().on(request, awards);
        this.left = limits.ways();
        this.judged = new ArrayList<>(request.claims().size());
        this.limitedChanges =
                new LimitedChanges(request, judged, () -> rules.limits().on(request, awards));
        this.totals = new Totals(rules.currencies(), request);
        this.missing = new Questions(rules.items(), limits, totals.first());
        this.repeats = RepeatedClaims.of(request);
    }

    private static List<Fact> facts(Request request) {
        List<Fact> facts = new ArrayList<>(request.claimCount());
        for (Claim claim : request.claims()) {
            facts.add(claim.fact());
        }
        return facts;
    }

    Answer answer() {
        fire();
        judge();
        List<ClaimAnswer> claims = new ArrayList<>(request.claims().size());
        for (int i = 0; i < request.claims().size(); i++) {
            Claim claim = request.claims().get(i);
            Optional<Claim> repeated = repeats.repeatedBy(i);
            ClaimAnswer answer = repeated.isEmpty()
                    ? answer(claim, judged.get(i))
                    : repeat(claim, judged.get(i).subject(), repeated.get());
            totals.add(answer);
            claims.add(answer);
        }
        List<ItemAnswer> supports = supports();
        return new Answer(
                request.asOf(), rules.version(), consulted(), totals.all(), missing.ranked(), claims, supports);
    }

    /** Judges the claims by the rules, and by what limits leave of it; those that repeat others have no items. */
    private void judge() {
        for (int i = 0; i < request.claims().size(); i++) {
            Claim claim = request.claims().get(i);
            judged.add(repeats.isRepeat(i) ? new JudgedClaim(subject(claim, i), List.of()) : judge(claim, i));
        }
        limits.grant();
    }

    private Optional<Consulted> consulted() {
        return limits.areNone() && !rules.askedAwards().concern(request)
                ? Optional.empty()
                : Optional.of(limits.haveConsulted() ? Consulted.CONSULTED : Consulted.NOT_CONSULTED);
    }

    private void fire() {
        KieSession session = rules.newSession();
        try {
            session.insert(new Facts(request.applicant(), request.applicant()));
            for (int i = 0; i < facts.size(); i++) {
                if (!repeats.isRepeat(i)) {
                    session.insert(new Facts(request.applicant(), facts.get(i)));
                }
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    /** The items of a claim before any limit; what limits cover is added to them. */
    private JudgedClaim judge(Claim claim, int index) {
        JudgedClaim.Subject subject = subject(claim, index);
        List<Judged> items = new ArrayList<>();
        for (EvaluableItem item : subject.rules().items()) {
            if (request.asksFor(item.item().policy())) {
                EvaluableRule rule = item.on(subject.facts());
                Status status = subject.paid().status(status(rule, subject.facts()));
                Yuan amount = status == Status.NOT_ELIGIBLE ? Yuan.ZERO : rule.amount(subject.facts());
                Optional<CoveredAward> limited = limits.areNone() || amount.isZero()
                        ? Optional.empty()
                        : limits.add(
                                index,
                                claim.id(),
                                item.item(),
                                subject.facts(),
                                status,
                                amount,
                                isExact(item, rule, subject.facts()));
                items.add(new Judged(item, rule, status, amount, limited));
            }
        }
        return new JudgedClaim(subject, items);
    }

    /** Whether the item gives this amount of the rule, or nothing. */
    private static boolean isExact(EvaluableItem item, EvaluableRule rule, Facts facts) {
        return rule.evaluableAmount().filter(given -> !given.isKnown(facts)).isEmpty()
                && item.open(facts).size() <= 1;
    }

    private ClaimAnswer answer(Claim claim, JudgedClaim judged) {
        List<ItemAnswer> items = new ArrayList<>();
        Exclusions exclusions = judged.subject().rules().exclusions();
        ClaimStake stakes = new ClaimStake(exclusions);
        Status status = Status.NOT_ELIGIBLE;
        Yuan amount = Yuan.ZERO;
        if (!limits.areNone()) {
            judged.items().stream()
                    .filter(Judged::isOpen)
                    .flatMap(item -> item.limited().stream())
                    .forEach(left::expect);
        }
        for (Judged item : judged.items()) {
            if (item.isOpen()) {
                List<EvaluableRule> open = item.mayJudge(judged.subject().facts());
                item.limited()
                        .ifPresent(award -> ClaimStake.leave(
                                award, open.stream().map(EvaluableRule::rule).toList(), exclusions, left));
                for (EvaluableRule rule : open) {
                    stakes.add(rule.rule(), item.whole(rule, judged.subject().facts()), item.limited());
                }
            } else if (item.isAwarded()) {
                amount = amount.plus(item.amount());
            }
            status = status.best(item.status());
            if (explain.shows(item.status())) {
                items.add(answer(item, judged.subject()));
            }
        }
        missing.endOfClaim(judged.subject().rules().currency());
        if (items.isEmpty()) {
            judged.items().forEach(item -> items.add(answer(item, judged.subject())));
        }
        return claimAnswer(claim, judged.subject(), status, amount, stakes.most(left), items);
    }

    private JudgedClaim.Subject subject(Claim claim, int index) {
        return new JudgedClaim.Subject(
                index,
                new Facts(request.applicant(), claim.fact()),
                rules.on(claim.fact().type()),
                explain == Explain.CHANGES ? facts.subList(0, index) : List.of(),
                paidOnce(claim, index));
    }

    /** An award that was recorded says more than another claim of the request. */
    private PaidOnce paidOnce(Claim claim, int index) {
        PaidOnce recorded =
                awards.map(known -> PaidOnce.of(request, index, known)).orElse(PaidOnce.NOT_YET);
        return recorded.equals(PaidOnce.NOT_YET)
                ? repeats.resembledBy(index)
                        .map(earlier -> PaidOnce.lookAlike(claim, earlier))
                        .orElse(recorded)
                : recorded;
    }

    private ClaimAnswer claimAnswer(
            Claim claim,
            JudgedClaim.Subject subject,
            Status status,
            Yuan amount,
            Yuan atStake,
            List<ItemAnswer> items) {
        Optional<EarlierAward> award = awards.flatMap(known -> known.of(subject.index()));
        return new ClaimAnswer(
                claim.id(),
                claim.fact().type().name(),
                status,
                subject.rules().currency(),
                amount,
                atStake,
                award,
                repeats.resembledBy(subject.index()).map(Claim::id),
                items);
    }

    /** An item holds exactly where its rule fired; the model says what is false or unknown where it did not. */
    private Status status(EvaluableRule rule, Facts facts) {
        if (facts.claim().hasFired(rule.rule())) {
            return rule.rule().outcome() == Outcome.REFER || rule.isAboveLargest(facts)
                    ? Status.REFERRED
                    : Status.ELIGIBLE;
        }
        return switch (rule.truth(facts)) {
            case FALSE -> Status.NOT_ELIGIBLE;
            case UNKNOWN -> Status.UNDETERMINED;
            case TRUE ->
                throw new IllegalStateException("The rule %s did not fire, though all its conditions are true."
                        .formatted(rule.rule().name()));
        };
    }

    private ItemAnswer answer(Judged judged, JudgedClaim.Subject subject) {
        Status status = judged.status();
        return new ItemAnswer(
                judged.item().item(),
                judged.rule().rule(),
                status,
                judged.isAwarded() ? Optional.of(judged.amount()) : Optional.empty(),
                judged.isOpen() ? Optional.of(judged.amount()) : Optional.empty(),
                status == Status.UNDETERMINED ? missing(judged, subject) : List.of(),
                status == Status.NOT_ELIGIBLE ? failed(judged, subject) : List.of(),
                explain == Explain.SUMMARY ? Optional.empty() : Optional.of(explanation(judged, subject)));
    }

    private static List<Observation> failed(Judged judged, JudgedClaim.Subject subject) {
        List<Observation> failed = judged.rule().failed(subject.facts());
        subject.paid().failed().ifPresent(failed::add);
        judged.limited().flatMap(LimitWording::failed).ifPresent(failed::add);
        return failed;
    }

    private Explanation explanation(Judged judged, JudgedClaim.Subject subject) {
        Explanation ofRule = judged.rule().explanation(judged.status(), subject.facts());
        Explanation paid = subject.paid().condition().map(ofRule::and).orElse(ofRule);
        Explanation explanation = judged.limited()
                .map(award -> paid.and(
                        LimitWording.conditions(award),
                        paid.calculation().map(ofAward -> LimitWording.calculation(award, ofAward)),
                        LimitWording.isCut(award)))
                .orElse(paid);
        return explain == Explain.CHANGES && judged.status() == Status.NOT_ELIGIBLE
                ? explanation.with(changes(judged, subject))
                : explanation;
    }

    /** The changes that no limit would undo; none for what a limit refuses. */
    private List<Change> changes(Judged judged, JudgedClaim.Subject subject) {
        if (judged.limited().isPresent()) {
            return List.of();
        }
        List<Change> all = Changes.of(
                judged.item(), subject.facts(), subject.before(), subject.paid().best());
        List<Change> changes = rules.limits().keeping(all, judged.item().item(), subject.facts(), request);
        return limits.cover(judged.item().item()) ? limitedChanges.of(subject, judged, changes) : changes;
    }

    /** The pointers of the unknown fields, which it also adds to those of the whole request. */
    private List<String> missing(Judged judged, JudgedClaim.Subject subject) {
        Map<String, Field> all = Map.of();
        for (EvaluableRule rule : judged.mayJudge(subject.facts())) {
            Map<String, Field> fields = rule.missing(subject.facts());
            fields.putAll(subject.paid().unknown());
            judged.limited().ifPresent(award -> fields.putAll(award.unknown()));
            missing.add(
                    judged,
                    rule.rule(),
                    fields,
                    judged.whole(rule, subject.facts()),
                    subject.rules().exclusions(),
                    all.keySet());
            if (all.isEmpty()) {
                all = fields;
            } else {
                all.putAll(fields);
            }
        }
        return List.copyOf(all.keySet());
    }

    private ClaimAnswer repeat(Claim claim, JudgedClaim.Subject subject, Claim repeated) {
        Field key = claim.fact().type().keys().get(0);
        List<Observation> failed = List.of(new Observation(
                claim.fact().pointerOf(key),
                "repeat",
                Wording.repeatOf(repeated.id()),
                Optional.ofNullable(claim.fact().value(key)),
                Optional.of(repeated.id()),
                Optional.empty(),
                Optional.empty()));
        Optional<Explanation> explanation = explain == Explain.SUMMARY
                ? Optional.empty()
                : Optional.of(new Explanation(
                        List.of(ConditionAnswer.of(Truth.FALSE, failed.get(0), List.of(), Optional.empty())),
                        Optional.empty(),
                        false,
                        explain == Explain.CHANGES ? Optional.of(List.of()) : Optional.empty()));
        List<ItemAnswer> items = subject.rules().items().stream()
                .filter(item -> request.asksFor(item.item().policy()))
                .map(item -> new ItemAnswer(
                        item.item(),
                        item.on(subject.facts()).rule(),
                        Status.NOT_ELIGIBLE,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        failed,
                        explanation))
                .toList();
        return claimAnswer(claim, subject, Status.NOT_ELIGIBLE, Yuan.ZERO, Yuan.ZERO, items);
    }

    private List<ItemAnswer> supports() {
        Fact applicant = request.applicant();
        JudgedClaim.Subject subject = new JudgedClaim.Subject(
                0, new Facts(applicant, applicant), rules.on(applicant.type()), List.of(), PaidOnce.NOT_YET);
        List<ItemAnswer> supports = new ArrayList<>();
        for (EvaluableItem item : subject.rules().items()) {
            if (request.asksFor(item.item().policy())) {
                EvaluableRule rule = item.on(subject.facts());
                Status status = status(rule, subject.facts());
                if (explain.shows(status)) {
                    Yuan amount = status == Status.NOT_ELIGIBLE ? Yuan.ZERO : rule.amount(subject.facts());
                    supports.add(answer(new Judged(item, rule, status, amount, Optional.empty()), subject));
                }
            }
        }
        missing.endOfClaim(totals.first());
        return supports;
    }
}
