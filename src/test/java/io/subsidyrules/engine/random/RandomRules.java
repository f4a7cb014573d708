package io.subsidyrules.engine.random;

import io.subsidyrules.dialect.lookup.RowConditions;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.RulePlaces;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Books of random rules over the vocabulary of a book: on one type of claim or the applicant, some of two periods. */
public final class RandomRules {

    private static final Place NOWHERE = Place.startOf("random.drl");
    private static final Text PATTERN = new Text("of the form that is asked for", "符合要求的格式");
    private static final LocalDate FROM = LocalDate.of(2022, 9, 6);
    private static final LocalDate CHANGE = LocalDate.of(2024, 1, 1);

    private final RuleBook book;
    private final boolean formulas;

    /** Rules whose amounts are fixed, or a share of a field. */
    public RandomRules(RuleBook book) {
        this(book, false);
    }

    private RandomRules(RuleBook book, boolean formulas) {
        this.book = book;
        this.formulas = formulas;
    }

    /** Rules of which some have amounts that are made of parts. */
    public static RandomRules withFormulas(RuleBook book) {
        return new RandomRules(book, true);
    }

    /** What a rule gives. */
    private record Gift(Outcome outcome, Optional<Amount> amount) {}

    public Arbitrary<RuleBook> books() {
        List<Arbitrary<List<DrawnItem>>> onOneType = new ArrayList<>();
        onOneType.add(someItems(Optional.empty()));
        book.vocabulary().claims().forEach(claim -> onOneType.add(someItems(Optional.of(claim))));
        return Arbitraries.oneOf(onOneType).map(items -> {
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                rules.addAll(items.get(i).named("item-" + i));
            }
            return book.with(rules);
        });
    }

    private Arbitrary<List<DrawnItem>> someItems(Optional<FactType> claim) {
        return items(claim).list().ofMinSize(1).ofMaxSize(4);
    }

    /** What one or two rules of one item say. */
    private record DrawnItem(
            String policy, Optional<FactType> claim, Gift gift, List<Condition> first, List<Condition> second) {

        List<Rule> named(String item) {
            if (second.isEmpty()) {
                return List.of(rule(item, item, new Period(FROM, Optional.empty()), first));
            }
            return List.of(
                    rule(item, item + "-first", new Period(FROM, Optional.of(CHANGE)), first),
                    rule(item, item + "-second", new Period(CHANGE, Optional.empty()), second));
        }

        private Rule rule(String item, String name, Period period, List<Condition> written) {
            List<Condition> conditions = new ArrayList<>(written);
            gift.amount().ifPresent(amount -> conditions.addAll(RowConditions.of(amount, NOWHERE)));
            return new Rule(
                    name,
                    policy,
                    item,
                    "1.1",
                    "project",
                    Currency.CNY,
                    List.of(),
                    period,
                    Optional.empty(),
                    conditions,
                    claim,
                    gift.outcome(),
                    gift.amount(),
                    RulePlaces.at(NOWHERE));
        }
    }

    private Arbitrary<DrawnItem> items(Optional<FactType> claim) {
        List<Operand.FieldValue> fields = fields(claim);
        Arbitrary<List<Condition>> conditions = RandomExpressions.withMembers(fields, book.vocabulary())
                .expressions()
                .map(RandomRules::condition)
                .list()
                .ofMaxSize(3);
        Arbitrary<List<Condition>> none = Arbitraries.just(List.of());
        return Combinators.combine(gifts(claim, fields), conditions, Arbitraries.oneOf(none, conditions))
                .as((gift, first, second) ->
                        new DrawnItem(book.policies().get(0).id(), claim, gift, first, second));
    }

    private List<Operand.FieldValue> fields(Optional<FactType> claim) {
        return Stream.concat(Stream.of(book.vocabulary().applicant()), claim.stream())
                .flatMap(type -> type.fields().stream()
                        .filter(field -> !RandomRequests.isId(type, field))
                        .map(field -> new Operand.FieldValue(type, field)))
                .toList();
    }

    static Condition condition(Expression expression) {
        Set<Operand.FieldValue> reads = new LinkedHashSet<>();
        expression.forEachField(reads::add);
        Text text = expression.hasPattern() ? PATTERN : Wording.of(expression);
        return new Condition(
                expression,
                text.en(),
                expression.hasPattern() ? Optional.of(text) : Optional.empty(),
                NOWHERE,
                List.copyOf(reads));
    }

    private Arbitrary<Gift> gifts(Optional<FactType> claim, List<Operand.FieldValue> fields) {
        List<Gift> none =
                List.of(new Gift(Outcome.SUPPORT, Optional.empty()), new Gift(Outcome.REFER, Optional.empty()));
        if (claim.isEmpty()) {
            return Arbitraries.of(none);
        }
        Arbitrary<Yuan> yuan = Arbitraries.of("0.01", "100", "1000", "250.50").map(Yuan::of);
        Arbitrary<Amount> shares = Combinators.combine(
                        Arbitraries.of("0.5", "10", "33.3", "100").map(BigDecimal::new),
                        Arbitraries.of(fields.stream()
                                .filter(field -> field.type() == ValueType.DECIMAL)
                                .toList()),
                        yuan)
                .as(Amount.Share::new);
        Arbitrary<Amount> simple = Arbitraries.oneOf(yuan.map(Amount.Fixed::new), shares);
        Arbitrary<Amount> amounts =
                formulas ? Arbitraries.oneOf(simple, new RandomFormulas(fields, book.vocabulary()).amounts()) : simple;
        return Arbitraries.oneOf(
                Arbitraries.of(none),
                Combinators.combine(Arbitraries.of(Outcome.AWARD, Outcome.AWARD, Outcome.REFER), amounts)
                        .as((outcome, amount) -> new Gift(outcome, Optional.of(amount))));
    }
}
