package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.fault.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The changes of a formula: each of its numbers a least step more or less, its least amounts and ceilings left out. */
final class FormulaMutants implements Formula.Cases<Stream<Change<Formula>>> {

    private final Place place;

    private FormulaMutants(Place place) {
        this.place = place;
    }

    static Stream<Change<Formula>> of(Formula formula, Place place) {
        return formula.match(new FormulaMutants(place));
    }

    private Stream<Change<Formula>> numbers(
            MutantKind kind, String key, BigDecimal number, BigDecimal step, Function<BigDecimal, Formula> outer) {
        return Steps.around(number, step)
                .filter(other -> other.signum() > 0)
                .map(other -> new Change<>(kind, Change.moved(key, number, other), place, outer.apply(other)));
    }

    private Stream<Change<Formula>> operands(Operand operand, Function<Operand, Formula> outer) {
        return OperandMutants.of(operand)
                .map(change -> new Change<>(
                        MutantKind.RATE,
                        Change.text("becomes", Written.of(operand), Written.of(change.operand())),
                        place,
                        outer.apply(change.operand())));
    }

    private Stream<Change<Formula>> within(Formula part, Function<Formula, Formula> outer) {
        return part.match(this).map(change -> change.in(outer));
    }

    @Override
    public Stream<Change<Formula>> fixed(Formula.Fixed fixed) {
        return numbers(MutantKind.AMOUNT, "amount", fixed.amount(), Steps.money(), Formula.Fixed::new);
    }

    @Override
    public Stream<Change<Formula>> share(Formula.Share share) {
        Stream<Change<Formula>> percents =
                share.percent() instanceof Operand.Literal literal && literal.value() instanceof BigDecimal percent
                        ? numbers(
                                MutantKind.RATE,
                                "percent",
                                percent,
                                Steps.rate(percent),
                                other -> new Formula.Share(new Operand.Literal(ValueType.DECIMAL, other), share.of()))
                        : Stream.of();
        return Stream.concat(percents, operands(share.of(), other -> new Formula.Share(share.percent(), other)));
    }

    @Override
    public Stream<Change<Formula>> times(Formula.Times times) {
        return Stream.concat(
                within(times.each(), other -> new Formula.Times(other, times.count())),
                operands(times.count(), other -> new Formula.Times(times.each(), other)));
    }

    @Override
    public Stream<Change<Formula>> plus(Formula.Plus plus) {
        return Stream.concat(
                within(plus.one(), other -> new Formula.Plus(other, plus.other())),
                within(plus.other(), other -> new Formula.Plus(plus.one(), other)));
    }

    @Override
    public Stream<Change<Formula>> atLeast(Formula.AtLeast atLeast) {
        return Stream.of(
                        Stream.of(leftOut(MutantKind.AMOUNT, "noLeast", atLeast.amount())),
                        within(atLeast.amount(), other -> new Formula.AtLeast(other, atLeast.least())),
                        within(atLeast.least(), other -> new Formula.AtLeast(atLeast.amount(), other)))
                .flatMap(changes -> changes);
    }

    private Change<Formula> leftOut(MutantKind kind, String key, Formula made) {
        return new Change<>(kind, Change.text(key), place, made);
    }

    @Override
    public Stream<Change<Formula>> atMost(Formula.AtMost atMost) {
        Stream<Change<Formula>> ceilings = atMost.ceiling() instanceof Formula.Fixed fixed
                ? numbers(
                        MutantKind.CEILING,
                        "ceiling",
                        fixed.amount(),
                        Steps.money(),
                        other -> new Formula.AtMost(atMost.amount(), new Formula.Fixed(other)))
                : within(atMost.ceiling(), other -> new Formula.AtMost(atMost.amount(), other))
                        .map(change -> change.as(MutantKind.CEILING));
        return Stream.of(
                        Stream.of(leftOut(MutantKind.CEILING, "noCeiling", atMost.amount())),
                        within(atMost.amount(), other -> new Formula.AtMost(other, atMost.ceiling())),
                        ceilings)
                .flatMap(changes -> changes);
    }

    @Override
    public Stream<Change<Formula>> tiers(Formula.Tiers tiers) {
        Stream<Change<Formula>> each = IntStream.range(0, tiers.tiers().size())
                .boxed()
                .flatMap(i -> Stream.concat(limits(tiers, i), rates(tiers, i)));
        Stream<Change<Formula>> beyond = numbers(
                MutantKind.TIER,
                "beyond",
                tiers.beyond(),
                rateStep(tiers, tiers.beyond()),
                other -> new Formula.Tiers(tiers.of(), tiers.counted(), tiers.tiers(), other));
        Stream<Change<Formula>> numbers =
                operands(tiers.of(), other -> new Formula.Tiers(other, tiers.counted(), tiers.tiers(), tiers.beyond()));
        return Stream.of(each, beyond, numbers).flatMap(changes -> changes);
    }

    private Stream<Change<Formula>> limits(Formula.Tiers tiers, int index) {
        Formula.Tiers.Tier tier = tiers.tiers().get(index);
        return tier.limit() instanceof Formula.Fixed fixed
                ? numbers(
                                MutantKind.TIER,
                                "tier",
                                fixed.amount(),
                                tiers.counted() ? BigDecimal.ONE : Steps.money(),
                                other -> with(
                                        tiers, index, new Formula.Tiers.Tier(new Formula.Fixed(other), tier.rate())))
                        .filter(change -> rises((Formula.Tiers) change.made()))
                : within(tier.limit(), other -> with(tiers, index, new Formula.Tiers.Tier(other, tier.rate())))
                        .map(change -> change.as(MutantKind.TIER));
    }

    private static boolean rises(Formula.Tiers tiers) {
        List<BigDecimal> limits = tiers.tiers().stream()
                .filter(tier -> tier.limit() instanceof Formula.Fixed)
                .map(tier -> ((Formula.Fixed) tier.limit()).amount())
                .toList();
        return IntStream.range(1, limits.size()).allMatch(i -> limits.get(i - 1).compareTo(limits.get(i)) < 0);
    }

    private Stream<Change<Formula>> rates(Formula.Tiers tiers, int index) {
        Formula.Tiers.Tier tier = tiers.tiers().get(index);
        return numbers(
                MutantKind.TIER,
                "rate",
                tier.rate(),
                rateStep(tiers, tier.rate()),
                other -> with(tiers, index, new Formula.Tiers.Tier(tier.limit(), other)));
    }

    private static BigDecimal rateStep(Formula.Tiers tiers, BigDecimal rate) {
        return tiers.counted() ? Steps.money() : Steps.rate(rate);
    }

    private static Formula with(Formula.Tiers tiers, int index, Formula.Tiers.Tier other) {
        List<Formula.Tiers.Tier> changed = new ArrayList<>(tiers.tiers());
        changed.set(index, other);
        return new Formula.Tiers(tiers.of(), tiers.counted(), changed, tiers.beyond());
    }
}
