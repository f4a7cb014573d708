package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.amount.AmountBinder;
import io.subsidyrules.dialect.check.ContradictionCheck;
import io.subsidyrules.dialect.lookup.MappedLookups;
import io.subsidyrules.dialect.lookup.RowConditions;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RulePlaces;
import io.subsidyrules.dialect.operand.EarlierAwardBinder;
import io.subsidyrules.dialect.operand.VisibleTypes;
import io.subsidyrules.dialect.source.CopiedFile;
import io.subsidyrules.dialect.syntax.AnnotationNames;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns the rules of one policy folder into rules with their parents' conditions, every name looked up. */
public final class RuleBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RuleBinder.class);
    private static final Set<String> MAY_STAND_ON_CONDITIONS = Set.of("reading", AnnotationNames.DECIDES, "en", "zh");

    private final String folder;
    private final Optional<Currency> currency;
    private final Yuan largest;
    private final Faults faults;
    private final ContradictionCheck satisfiable;
    private final Map<String, Syntax.RuleDeclare> declares = new TreeMap<>();
    private final BodyBinder bodies;
    private final VisibleTypes known;
    private final Set<String> copies = new HashSet<>();
    private final Set<Syntax.RuleDeclare> duplicates = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * A binder for one policy.
     *
     * @param currency of the amounts of the policy; empty if its own file could not be read
     * @param policies all that could be read, by their folders
     */
    public RuleBinder(
            String folder,
            Optional<Currency> currency,
            Map<String, Policy> policies,
            VisibleTypes known,
            PatternPool patterns,
            Faults faults) {
        this.folder = folder;
        this.currency = currency;
        this.largest = Optional.ofNullable(policies.get(folder))
                .map(Policy::largestAmount)
                .orElseGet(() -> new Yuan(Policy.LARGEST_AMOUNT));
        this.faults = faults;
        this.known = known;
        this.bodies =
                new BodyBinder(declares, known, patterns, new EarlierAwardBinder(folder, policies, faults), faults);
        this.satisfiable = new ContradictionCheck(faults);
    }

    public List<BoundRule> rules(List<Syntax.RuleDeclare> written) {
        for (Syntax.RuleDeclare declare : written) {
            Syntax.RuleDeclare earlier = declares.putIfAbsent(declare.name().text(), declare);
            if (earlier != null) {
                duplicates.add(declare);
                duplicate(declare, earlier);
            }
        }
        return written.stream().map(this::rule).toList();
    }

    /** Tells only the first rule of a copied file: the file is one too many. */
    private void duplicate(Syntax.RuleDeclare declare, Syntax.RuleDeclare earlier) {
        Place place = declare.name().place();
        Optional<Text> copy = CopiedFile.remedy(place, earlier.name().place());
        if (copy.isPresent() && !copies.add(place.file())) {
            return;
        }
        Text remedy = copy.orElse(TEXTS.text("renameRule"));
        faults.add(
                declare.name().place(),
                FaultCode.DUPLICATE_RULE,
                declare.name().text(),
                earlier.name().place(),
                remedy);
    }

    private BoundRule rule(Syntax.RuleDeclare declare) {
        BoundConditions body = bodies.of(declare);
        if (duplicates.contains(declare)) {
            return cited(declare, Optional.empty());
        }
        LimitBinder limits = new LimitBinder(folder, new OutcomeBinder(currency, faults), faults);
        if (declare.limit().isPresent()) {
            return limit(declare, limits.limit(declare, body, declare.limit().get()));
        }
        if (!declare.complete() && !declare.counted().isEmpty()) {
            new OutcomeBinder(currency, faults).dates(declare);
            return cited(declare, Optional.empty());
        }
        limits.superfluous(declare);
        if (declare.consequence().isPresent()) {
            return item(declare, body, declare.consequence().get());
        }
        Optional<Syntax.Name> item = Optional.empty();
        if (declare.complete()) {
            conditionOnly(declare);
        } else {
            new OutcomeBinder(currency, faults).dates(declare);
            item = annotated(declare, "item").or(() -> Optional.of(declare.name()));
        }
        return cited(declare, item);
    }

    private BoundRule limit(Syntax.RuleDeclare declare, Optional<BoundLimit> limit) {
        limit.ifPresent(
                bound -> satisfiable.check(bound.name(), bound.conditions(), new Operand.AsOf(), bound.period()));
        return new BoundRule(
                Optional.empty(),
                limit,
                Optional.empty(),
                annotated(declare, "clause"),
                Optional.empty(),
                declare.readings(),
                declare.name().place());
    }

    /** A rule that is not whole, or decides nothing. */
    private static BoundRule cited(Syntax.RuleDeclare declare, Optional<Syntax.Name> item) {
        return new BoundRule(
                Optional.empty(),
                Optional.empty(),
                item,
                annotated(declare, "clause"),
                annotated(declare, "per"),
                declare.readings(),
                declare.name().place());
    }

    /** If the outcome was forgotten, all that belongs to it is superfluous: the first of it is reported. */
    private void conditionOnly(Syntax.RuleDeclare declare) {
        Optional<Syntax.Name> first = declare.annotations().stream()
                .map(Syntax.Annotation::name)
                .filter(name ->
                        AnnotationNames.OF_RULE.contains(name.text()) && !MAY_STAND_ON_CONDITIONS.contains(name.text()))
                .findFirst();
        first.ifPresent(name -> faults.add(name.place(), FaultCode.CONDITION_WITH_ANNOTATION, name.text()));
        if (first.isEmpty()) {
            declare.attributes().stream()
                    .findFirst()
                    .ifPresent(attribute ->
                            faults.add(attribute.place(), FaultCode.CONDITION_WITH_PERIOD, attribute.name()));
        }
        new Annotations(declare.annotations(), AnnotationNames.OF_RULE, declare.name(), faults);
    }

    private static Optional<Syntax.Name> annotated(Syntax.RuleDeclare declare, String name) {
        return declare.annotations().stream()
                .filter(annotation -> annotation.name().text().equals(name))
                .flatMap(annotation -> annotation.argument().stream())
                .findFirst();
    }

    private BoundRule item(Syntax.RuleDeclare declare, BoundConditions body, Syntax.Consequence consequence) {
        Annotations annotations =
                new Annotations(declare.annotations(), AnnotationNames.OF_RULE, declare.name(), faults);
        OutcomeBinder binder = new OutcomeBinder(currency, faults);
        // What a faulty part would have bound is not missed a second time.
        Optional<Outcome> outcome =
                body.whole() ? Optional.of(binder.outcome(consequence, body.claim(), body.scope())) : Optional.empty();
        Optional<Amount> amount = consequence
                .amount()
                .filter(written -> body.whole() || written.isFixed())
                .flatMap(written ->
                        new AmountBinder(body.scope(), currency.orElse(Currency.CNY), largest, faults).amount(written));
        Optional<Period> period = binder.period(declare);
        Syntax.Name item = annotations.value("item").orElse(declare.name());
        Syntax.Name clause = annotations.requiredValue("clause");
        Syntax.Name per = annotations.requiredValue("per");
        boolean known = outcome.isPresent()
                && period.isPresent()
                && amount.isPresent() == consequence.amount().isPresent();
        Optional<Rule> rule = Optional.empty();
        if (known) {
            body.conditions().forEach(condition -> {
                moneyOfApplicant(condition.reads(), condition.place());
                moneyOfApplicant(ofMembers(condition.sources()), condition.place());
            });
            moneyOfApplicant(
                    ofMembers(amount.map(Amount::sources).orElse(List.of())),
                    declare.name().place());
            moneyOfApplicant(
                    amount.map(Amount::reads).orElse(List.of()), declare.name().place());
            Optional<Operand.FieldValue> decides = decides(annotations, body);
            Optional<MappedLookups> onDay = decides.map(MappedLookups::on);
            Optional<Amount> dated =
                    amount.map(given -> onDay.map(day -> day.in(given)).orElse(given));
            List<Condition> conditions = new ArrayList<>(
                    onDay.map(day -> body.conditions().stream().map(day::in).toList())
                            .orElse(body.conditions()));
            dated.ifPresent(given -> conditions.addAll(RowConditions.of(given, amountPlace(consequence, declare))));
            satisfiable.check(
                    declare.name().text(),
                    body.conditions(),
                    decides.<Operand>map(day -> day).orElseGet(Operand.AsOf::new),
                    period.get());
            rule = Optional.of(new Rule(
                    declare.name().text(),
                    folder,
                    item.text(),
                    clause.text(),
                    per.text(),
                    currency.orElse(Currency.CNY),
                    body.readings(),
                    period.get(),
                    decides,
                    conditions,
                    body.claim(),
                    outcome.get(),
                    dated,
                    places(declare)));
        }
        return new BoundRule(
                rule,
                Optional.empty(),
                Optional.of(item),
                annotations.optionalValue("clause"),
                annotations.optionalValue("per"),
                declare.readings(),
                consequence
                        .amount()
                        .map(Syntax.Amount::highest)
                        .orElse(declare.name().place()));
    }

    /** The date that decides; checked for a rule's own annotation, whose argument is needed. */
    private Optional<Operand.FieldValue> decides(Annotations annotations, BoundConditions body) {
        annotations.value(AnnotationNames.DECIDES);
        return Optional.ofNullable(known.types().get("Applicant"))
                .flatMap(applicant -> DecidingDay.of(body.decides(), body.claim(), applicant, faults));
    }

    /** The fields that are read of the members of the applicant's lists. */
    private static List<Operand.FieldValue> ofMembers(List<Operand> sources) {
        List<Operand.FieldValue> reads = new ArrayList<>();
        for (Operand source : sources) {
            if (source instanceof Operand.MemberAggregate aggregate
                    && !aggregate.list().of().isClaim()) {
                aggregate.of().ifPresent(reads::add);
                aggregate.conditions().forEach(condition -> reads.addAll(condition.reads()));
            }
        }
        return reads;
    }

    /** An amount of the applicant is in yuan, whichever policy asks for it. */
    private void moneyOfApplicant(List<Operand.FieldValue> reads, Place place) {
        currency.filter(known -> !known.equals(Currency.CNY)).ifPresent(known -> reads.stream()
                .filter(read -> !read.of().isClaim() && read.field().isMoney())
                .forEach(read -> faults.add(
                        place, FaultCode.MONEY_OF_APPLICANT, read.field().name(), known)));
    }

    private static Place amountPlace(Syntax.Consequence consequence, Syntax.RuleDeclare declare) {
        return consequence
                .amount()
                .map(Syntax.Amount::place)
                .orElse(declare.name().place());
    }

    private static RulePlaces places(Syntax.RuleDeclare declare) {
        return new RulePlaces(
                declare.name().place(),
                declare.consequence().flatMap(Syntax.Consequence::amount).flatMap(Syntax.Amount::percent),
                declare.attributes().stream()
                        .filter(attribute -> attribute.name().equals("date-expires"))
                        .map(attribute -> attribute.value().place())
                        .findFirst(),
                declare.consequence().flatMap(Syntax.Consequence::amount).map(Syntax.Amount::place));
    }
}
