package io.subsidyrules.notice;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Table;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** The sums and the percentages that an amount names, its ceiling among them. */
public final class FormulaFigures {

    private FormulaFigures() {}

    /** The sums, in yuan. An amount without a ceiling names none that it would have. */
    static Stream<BigDecimal> amounts(Amount amount) {
        if (amount instanceof Amount.Composed composed) {
            Stream<BigDecimal> ceiling =
                    composed.bounded() ? Stream.of(composed.ceiling().amount()) : Stream.of();
            return Stream.concat(ceiling, amounts(composed.formula()));
        }
        return Stream.of(amount.ceiling().amount());
    }

    /** The percentages. */
    public static Stream<BigDecimal> percents(Amount amount) {
        if (amount instanceof Amount.Composed composed) {
            return percents(composed.formula());
        }
        return amount instanceof Amount.Share share ? Stream.of(share.percent()) : Stream.of();
    }

    /** The sums that a formula names. */
    public static Stream<BigDecimal> amounts(Formula formula) {
        if (formula instanceof Formula.Fixed fixed) {
            return Stream.of(fixed.amount());
        }
        // The limits of a count are numbers of units.
        if (formula instanceof Formula.Tiers tiers && tiers.counted()) {
            return rates(tiers);
        }
        Stream<BigDecimal> ofTables = formula instanceof Formula.Share share ? ofTables(share.of()) : Stream.of();
        return Stream.concat(ofTables, formula.parts().flatMap(FormulaFigures::amounts));
    }

    private static Stream<BigDecimal> percents(Formula formula) {
        Stream<BigDecimal> own = Stream.of();
        if (formula instanceof Formula.Share share && share.percent() instanceof Operand.Literal percent) {
            own = Stream.of((BigDecimal) percent.value());
        } else if (formula instanceof Formula.Share share) {
            own = ofTables(share.percent());
        } else if (formula instanceof Formula.Tiers tiers && !tiers.counted()) {
            own = rates(tiers);
        }
        return Stream.concat(own, formula.parts().flatMap(FormulaFigures::percents));
    }

    /** The numbers of the tables that an operand reads. */
    private static Stream<BigDecimal> ofTables(Operand operand) {
        return ReadTables.of(operand).stream()
                .flatMap(lookup -> lookup.table().rows().stream())
                .map(Table.Row::value)
                .filter(number -> number.signum() > 0)
                .distinct();
    }

    private static Stream<BigDecimal> rates(Formula.Tiers tiers) {
        return Stream.concat(tiers.tiers().stream().map(Formula.Tiers.Tier::rate), Stream.of(tiers.beyond()))
                .filter(rate -> rate.signum() > 0);
    }
}
