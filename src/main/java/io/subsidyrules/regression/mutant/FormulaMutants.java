package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Small wrong changes of a formula: each of its numbers one more or one less, each of its least amounts and ceilings
 * left out. Each change is a sentence with the formula that it makes.
 */
final class FormulaMutants implements Formula.Cases<Stream<FormulaMutants.Mutant>> {

    private static final List<BigDecimal> STEPS = List.of(BigDecimal.ONE, BigDecimal.ONE.negate());

    private FormulaMutants() {}

    /**
     * A formula with one wrong change.
     *
     * @param change the change, as the end of a sentence: "the percentage 75 is one more"
     */
    record Mutant(String change, Formula formula) {

        Mutant within(Function<Formula, Formula> outer) {
            return new Mutant(change, outer.apply(formula));
        }
    }

    static List<Mutant> of(Formula formula) {
        return formula.match(new FormulaMutants()).toList();
    }

    private static Stream<Mutant> numbers(String name, BigDecimal number, Function<BigDecimal, Formula> outer) {
        return STEPS.stream()
                .filter(step -> number.add(step).signum() > 0)
                .map(step -> new Mutant(
                        "%s %s is one %s".formatted(name, number.toPlainString(), step.signum() > 0 ? "more" : "less"),
                        outer.apply(number.add(step))));
    }

    private Stream<Mutant> within(Formula part, Function<Formula, Formula> outer) {
        return part.match(this).map(mutant -> mutant.within(outer));
    }

    @Override
    public Stream<Mutant> fixed(Formula.Fixed fixed) {
        return numbers("the amount", fixed.amount(), Formula.Fixed::new);
    }

    @Override
    public Stream<Mutant> share(Formula.Share share) {
        return share.percent() instanceof Operand.Literal percent
                ? numbers(
                        "the percentage",
                        (BigDecimal) percent.value(),
                        other -> new Formula.Share(new Operand.Literal(ValueType.DECIMAL, other), share.of()))
                : Stream.of();
    }

    @Override
    public Stream<Mutant> times(Formula.Times times) {
        return within(times.each(), other -> new Formula.Times(other, times.count()));
    }

    @Override
    public Stream<Mutant> plus(Formula.Plus plus) {
        return Stream.concat(
                within(plus.one(), other -> new Formula.Plus(other, plus.other())),
                within(plus.other(), other -> new Formula.Plus(plus.one(), other)));
    }

    @Override
    public Stream<Mutant> atLeast(Formula.AtLeast atLeast) {
        return Stream.of(
                        Stream.of(new Mutant("the least amount is left out", atLeast.amount())),
                        within(atLeast.amount(), other -> new Formula.AtLeast(other, atLeast.least())),
                        within(atLeast.least(), other -> new Formula.AtLeast(atLeast.amount(), other)))
                .flatMap(mutants -> mutants);
    }

    @Override
    public Stream<Mutant> atMost(Formula.AtMost atMost) {
        return Stream.of(
                        Stream.of(new Mutant("the ceiling is left out", atMost.amount())),
                        within(atMost.amount(), other -> new Formula.AtMost(other, atMost.ceiling())),
                        within(atMost.ceiling(), other -> new Formula.AtMost(atMost.amount(), other)))
                .flatMap(mutants -> mutants);
    }

    @Override
    public Stream<Mutant> tiers(Formula.Tiers tiers) {
        List<Mutant> mutants = new ArrayList<>();
        for (int i = 0; i < tiers.tiers().size(); i++) {
            int index = i;
            Formula.Tiers.Tier tier = tiers.tiers().get(i);
            within(tier.limit(), other -> with(tiers, index, new Formula.Tiers.Tier(other, tier.rate())))
                    .forEach(mutants::add);
            numbers("the rate", tier.rate(), other -> with(tiers, index, new Formula.Tiers.Tier(tier.limit(), other)))
                    .forEach(mutants::add);
        }
        numbers(
                        "the rate beyond",
                        tiers.beyond(),
                        other -> new Formula.Tiers(tiers.of(), tiers.counted(), tiers.tiers(), other))
                .forEach(mutants::add);
        return mutants.stream();
    }

    private static Formula with(Formula.Tiers tiers, int index, Formula.Tiers.Tier other) {
        List<Formula.Tiers.Tier> changed = new ArrayList<>(tiers.tiers());
        changed.set(index, other);
        return new Formula.Tiers(tiers.of(), tiers.counted(), changed, tiers.beyond());
    }
}
