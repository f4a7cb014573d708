package io.subsidyrules.engine.random;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/**
 * Several random requests to the same random rules with limits and with conditions on earlier awards, of which some are
 * recorded.
 */
public final class RandomAwards implements ArbitrarySupplier<List<LimitedRequest>> {

    private static final int REQUESTS = 5;

    private static final Place NOWHERE = Place.startOf("random.drl");
    private static final LocalDate FROM = LocalDate.of(2022, 9, 6);
    private static final Text AWARDS = new Text("these awards", "这些奖补");
    private static final List<AwardChoice.Window> WINDOWS = List.of(
            new AwardChoice.Always(),
            new AwardChoice.InYear(0),
            new AwardChoice.Within(ChronoUnit.YEARS, 1, true),
            new AwardChoice.Within(ChronoUnit.DAYS, 30, false));
    private static final List<BigDecimal> YUAN =
            Stream.of("0.01", "150", "1000", "2500.50").map(BigDecimal::new).toList();
    private static final List<BigDecimal> COUNTS =
            Stream.of("1", "2").map(BigDecimal::new).toList();

    @Override
    public Arbitrary<List<LimitedRequest>> get() {
        return Arbitraries.oneOf(
                        RandomRules.withFormulas(AskedRequests.SPECIMEN.book()).books(),
                        RandomRules.withFormulas(AskedRequests.MEMBERS.book()).books())
                .filter(book -> book.rules().stream().anyMatch(RandomAwards::isAwarded))
                .flatMap(RandomAwards::limited)
                .flatMap(book -> {
                    Ruleset ruleset = Ruleset.of(book);
                    Ruleset without = Ruleset.of(book.limitedBy(List.of()));
                    return Combinators.combine(AskedRequests.to(ruleset), Arbitraries.longs())
                            .as((question, seed) ->
                                    new LimitedRequest(question, without, recorded(question, new Random(seed))))
                            .list()
                            .ofSize(REQUESTS);
                })
                .withoutEdgeCases();
    }

    private static boolean isAwarded(Rule rule) {
        return rule.claim().isPresent() && rule.amount().isPresent();
    }

    private static List<AwardChoice.Item> items(RuleBook book) {
        return book.rules().stream()
                .filter(RandomAwards::isAwarded)
                .map(rule -> new AwardChoice.Item(rule.policy(), rule.item()))
                .distinct()
                .toList();
    }

    /** The book with one or two limits, and with conditions on earlier awards in some of its rules. */
    private static Arbitrary<RuleBook> limited(RuleBook book) {
        FactType claim = book.rules().stream()
                .filter(RandomAwards::isAwarded)
                .flatMap(rule -> rule.claim().stream())
                .findFirst()
                .orElseThrow();
        Arbitrary<List<Limit>> limits =
                limits(book, claim).list().ofMinSize(1).ofMaxSize(2).map(RandomAwards::named);
        Arbitrary<List<Optional<Condition>>> conditions =
                earlier(book, claim).optional(0.3).list().ofSize(book.rules().size());
        return Combinators.combine(limits, conditions)
                .as((some, earlier) -> book.with(asking(book.rules(), earlier)).limitedBy(some));
    }

    private static List<Limit> named(List<Limit> limits) {
        return IntStream.range(0, limits.size())
                .mapToObj(i -> {
                    Limit limit = limits.get(i);
                    return new Limit(
                            "limit-" + i,
                            limit.policy(),
                            limit.clause(),
                            limit.readings(),
                            limit.period(),
                            limit.conditions(),
                            limit.awards(),
                            limit.ceiling(),
                            limit.source(),
                            limit.place());
                })
                .toList();
    }

    private static List<Rule> asking(List<Rule> rules, List<Optional<Condition>> earlier) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> {
                    Rule rule = rules.get(i);
                    List<Condition> conditions = new ArrayList<>(rule.conditions());
                    earlier.get(i).filter(condition -> isOn(condition, rule)).ifPresent(conditions::add);
                    return new Rule(
                            rule.name(),
                            rule.policy(),
                            rule.item(),
                            rule.clause(),
                            rule.per(),
                            rule.currency(),
                            rule.readings(),
                            rule.period(),
                            rule.decides(),
                            conditions,
                            rule.claim(),
                            rule.outcome(),
                            rule.amount(),
                            rule.places());
                })
                .toList();
    }

    private static boolean isOn(Condition condition, Rule rule) {
        return condition.reads().stream().noneMatch(read -> read.of().isClaim())
                || rule.claim().isPresent();
    }

    private static Arbitrary<Limit> limits(RuleBook book, FactType claim) {
        String policy = book.policies().get(0).id();
        return Combinators.combine(
                        choices(book, claim, true),
                        ceilings(book.vocabulary().applicant()),
                        conditions(book),
                        Arbitraries.of(Optional.<LocalDate>empty(), Optional.of(LocalDate.of(2024, 1, 1))))
                .as((choice, ceiling, conditions, until) -> new Limit(
                        "limit",
                        policy,
                        "1.1",
                        List.of(),
                        new Period(FROM, until),
                        conditions,
                        choice,
                        ceiling,
                        "limit",
                        NOWHERE));
    }

    /** Mostly none. */
    private static Arbitrary<List<Condition>> conditions(RuleBook book) {
        Arbitrary<List<Condition>> one = new RandomExpressions(
                        fields(book.vocabulary().applicant(), field -> field.type() != ValueType.MEMBERS))
                .expressions()
                .map(RandomRules::condition)
                .map(List::of);
        Arbitrary<List<Condition>> none = Arbitraries.just(List.of());
        return Arbitraries.oneOf(none, none, one);
    }

    private static Arbitrary<Ceiling> ceilings(FactType applicant) {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        Arbitrary<Ceiling> sums = Combinators.combine(
                        bounds(
                                YUAN,
                                fields(
                                        applicant,
                                        field -> field.type() == ValueType.DECIMAL
                                                && field.field().isMoney()
                                                && field.field()
                                                        .range()
                                                        .map(range ->
                                                                range.min().signum() >= 0)
                                                        .orElse(true))),
                        either)
                .as(Ceiling.Sum::new);
        Arbitrary<Ceiling> counts = bounds(COUNTS, fields(applicant, field -> field.type() == ValueType.INTEGER))
                .map(Ceiling.Count::new);
        return Arbitraries.oneOf(sums, counts, either.map(Ceiling.Highest::new));
    }

    private static Arbitrary<Ceiling.Bound> bounds(List<BigDecimal> fixed, List<Operand.FieldValue> fields) {
        List<Ceiling.Bound> bounds = new ArrayList<>();
        fixed.forEach(number -> bounds.add(new Ceiling.Fixed(number)));
        fields.stream().limit(1).forEach(field -> bounds.add(new Ceiling.OfField(field)));
        return Arbitraries.of(bounds);
    }

    private static List<Operand.FieldValue> fields(FactType type, Predicate<Operand.FieldValue> which) {
        return type.fields().stream()
                .map(field -> new Operand.FieldValue(type, field))
                .filter(which)
                .toList();
    }

    /** @param same whether they may be counted apart by a key field */
    private static Arbitrary<AwardChoice> choices(RuleBook book, FactType claim, boolean same) {
        List<AwardChoice.Scope> scopes = new ArrayList<>(List.of(new AwardChoice.OfApplicant()));
        if (!claim.keys().isEmpty()) {
            scopes.add(new AwardChoice.OfProject());
        }
        groups(book.vocabulary().applicant()).forEach(field -> scopes.add(new AwardChoice.OfGroup(field)));
        List<List<String>> keys = new ArrayList<>(List.of(List.of()));
        if (same) {
            claim.keys().forEach(key -> keys.add(List.of(key.name())));
        }
        return Combinators.combine(
                        Arbitraries.of(items(book)).set().ofMinSize(1),
                        Arbitraries.of(WINDOWS),
                        Arbitraries.of(keys),
                        Arbitraries.of(scopes))
                .as((items, window, apart, scope) -> new AwardChoice(
                        List.of(), items, window, scope instanceof AwardChoice.OfProject ? List.of() : apart, scope));
    }

    /** The fields of the applicant that are neither its id nor a number. */
    private static List<Operand.FieldValue> groups(FactType applicant) {
        return fields(
                applicant,
                field -> !field.field().name().equals("id")
                        && (field.type() == ValueType.TEXT
                                || field.type() == ValueType.CONSTANT
                                || field.type() == ValueType.DATE));
    }

    private static Arbitrary<Condition> earlier(RuleBook book, FactType claim) {
        return Combinators.combine(choices(book, claim, false), Arbitraries.of(true, false))
                .as((choice, not) -> Condition.of(
                        new Expression.EarlierAward(choice, by(choice, book, claim), AWARDS, not),
                        not ? "not Awards" : "exists Awards",
                        Optional.empty(),
                        NOWHERE));
    }

    private static List<Operand.FieldValue> by(AwardChoice choice, RuleBook book, FactType claim) {
        if (choice.scope() instanceof AwardChoice.OfGroup group) {
            return List.of(group.field());
        }
        return choice.scope() instanceof AwardChoice.OfProject
                ? claim.keys().stream()
                        .map(key -> new Operand.FieldValue(claim, key))
                        .toList()
                : fields(
                        book.vocabulary().applicant(),
                        field -> field.field().name().equals("id"));
    }

    /** Up to three awards to the applicant or another one, for the projects of the request's claims or another one. */
    private static List<RecordedAward> recorded(AskedRequest question, Random random) {
        RuleBook book = question.ruleset().book();
        GivenRequest request = question.request();
        if (request.claims().isEmpty()) {
            return List.of();
        }
        List<AwardChoice.Item> items = items(book);
        Set<RecordedAward> recorded = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            AwardChoice.Item item = items.get(random.nextInt(items.size()));
            GivenFact project = request.claims()
                    .get(random.nextInt(request.claims().size()))
                    .fact();
            boolean own = random.nextInt(3) > 0;
            recorded.add(new RecordedAward(
                    "decision-" + i,
                    0,
                    request.date()
                            .minusDays(List.of(0, 29, 30, 31, 365, 366, 700).get(random.nextInt(7))),
                    item.policy(),
                    item.id(),
                    "1.1",
                    project.type().name(),
                    stated(
                            project,
                            project.type().keys().stream()
                                    .map(key -> new Operand.FieldValue(project.type(), key))
                                    .toList()),
                    own ? stated(request.applicant(), "id") : "91130100MA0ABCDE99",
                    stated(request.applicant(), groups(book.vocabulary().applicant())),
                    Yuan.of(List.of("0.01", "99.99", "150", "1000").get(random.nextInt(4)))));
        }
        return List.copyOf(recorded);
    }

    private static Map<String, Object> stated(GivenFact fact, List<Operand.FieldValue> fields) {
        Map<String, Object> stated = new HashMap<>();
        for (Operand.FieldValue field : fields) {
            Object kept = fact.kept(field.field());
            stated.put(field.field().name(), kept instanceof Constant constant ? constant.name() : kept);
        }
        return stated;
    }

    private static String stated(GivenFact fact, String name) {
        return fact.kept(fact.type().field(name).orElseThrow()).toString();
    }
}
