package io.subsidyrules.engine.random;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random amounts that are made of parts, of every kind, over the numbers of some fields. */
final class RandomFormulas {

    private static final BigDecimal CEILING = new BigDecimal("2000");

    private final List<Operand> money = new ArrayList<>();
    private final List<Operand> counts = new ArrayList<>();
    private final List<Operand> lookups = new ArrayList<>();

    RandomFormulas(List<Operand.FieldValue> fields, Vocabulary vocabulary) {
        for (Operand.FieldValue field : fields) {
            if (field.type() == ValueType.DECIMAL) {
                money.add(field);
                money.add(sum(field, money.get(0)));
            } else if (field.type() == ValueType.INTEGER) {
                counts.add(field);
            } else if (field.type() == ValueType.MEMBERS) {
                new RandomMembers(field, fields, vocabulary).plain().forEach(one -> {
                    (one.of().isEmpty() ? counts : money).add(one);
                    lookups.add(RandomTables.by(one));
                });
            }
        }
        lookups.addAll(RandomTables.over(fields));
    }

    private static Operand sum(Operand one, Operand other) {
        return new Operand.WeightedSum(
                one.equals(other)
                        ? List.of(new Operand.WeightedSum.Term(new BigDecimal("-1.5"), one))
                        : List.of(
                                new Operand.WeightedSum.Term(BigDecimal.ONE, one),
                                new Operand.WeightedSum.Term(new BigDecimal("-1"), other)),
                new BigDecimal("1000"));
    }

    /** Amounts of at most 2,000 yuan, and some without a ceiling, of which a person decides on more than that. */
    Arbitrary<Amount> amounts() {
        return Combinators.combine(upTo(2), Arbitraries.of(true, true, false))
                .as((formula, bounded) -> new Amount.Composed(
                        bounded ? new Formula.AtMost(formula, new Formula.Fixed(CEILING)) : formula,
                        new Yuan(CEILING),
                        bounded));
    }

    private Arbitrary<Formula> upTo(int depth) {
        Arbitrary<Formula> simple = Arbitraries.oneOf(fixed(), shares(), times(), counted(), lookedUp());
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Formula> parts = upTo(depth - 1);
        return Arbitraries.oneOf(
                simple,
                Combinators.combine(parts, parts).as(Formula.Plus::new),
                Combinators.combine(parts, parts).as(Formula.AtLeast::new),
                Combinators.combine(parts, parts).as(Formula.AtMost::new),
                tiers());
    }

    private static Arbitrary<Formula> fixed() {
        return Arbitraries.of("0.01", "100", "350.50").map(BigDecimal::new).map(Formula.Fixed::new);
    }

    private static Arbitrary<BigDecimal> rates() {
        return Arbitraries.of("0.6", "33.3", "75").map(BigDecimal::new);
    }

    private Arbitrary<Formula> shares() {
        return Combinators.combine(rates(), Arbitraries.of(money))
                .as((percent, of) -> new Formula.Share(new Operand.Literal(ValueType.DECIMAL, percent), of));
    }

    private Arbitrary<Formula> lookedUp() {
        return Combinators.combine(Arbitraries.of("100", "30").map(BigDecimal::new), Arbitraries.of(lookups))
                .as((percent, of) -> new Formula.Share(new Operand.Literal(ValueType.DECIMAL, percent), of));
    }

    private Arbitrary<Formula> times() {
        return Combinators.combine(fixed(), Arbitraries.of(counts)).as(Formula.Times::new);
    }

    private Arbitrary<Formula> counted() {
        return Combinators.combine(Arbitraries.of(counts), rates(), rates(), rates())
                .as((count, first, second, beyond) -> new Formula.Tiers(
                        count,
                        true,
                        List.of(
                                new Formula.Tiers.Tier(new Formula.Fixed(BigDecimal.ONE), first),
                                new Formula.Tiers.Tier(new Formula.Fixed(BigDecimal.TEN), second)),
                        beyond));
    }

    private Arbitrary<Formula> tiers() {
        return Combinators.combine(Arbitraries.of(money), shares(), rates(), rates())
                .as((of, limit, first, beyond) ->
                        new Formula.Tiers(of, false, List.of(new Formula.Tiers.Tier(limit, first)), beyond));
    }
}
