package io.subsidyrules.meaning.form;

import io.subsidyrules.dialect.model.Formula;
import java.util.List;
import java.util.Set;

/** Formulas as nested lists and sets that are equal where they say the same. */
final class FormulaForm implements Formula.Cases<Object> {

    private final OperandForm operands;

    FormulaForm(OperandForm operands) {
        this.operands = operands;
    }

    Object of(Formula formula) {
        return formula.match(this);
    }

    @Override
    public Object fixed(Formula.Fixed fixed) {
        return OperandForm.plain(fixed.amount());
    }

    @Override
    public Object share(Formula.Share share) {
        return List.of("share", operands.of(share.percent()), operands.of(share.of()));
    }

    @Override
    public Object times(Formula.Times times) {
        return List.of("times", of(times.each()), operands.of(times.count()));
    }

    @Override
    public Object plus(Formula.Plus plus) {
        return List.of("plus", plus.one().equals(plus.other()), Set.copyOf(List.of(of(plus.one()), of(plus.other()))));
    }

    @Override
    public Object atLeast(Formula.AtLeast atLeast) {
        return List.of("atLeast", Set.copyOf(List.of(of(atLeast.amount()), of(atLeast.least()))));
    }

    @Override
    public Object atMost(Formula.AtMost atMost) {
        return List.of("atMost", Set.copyOf(List.of(of(atMost.amount()), of(atMost.ceiling()))));
    }

    @Override
    public Object tiers(Formula.Tiers tiers) {
        return List.of(
                "tiers",
                operands.of(tiers.of()),
                tiers.counted(),
                tiers.tiers().stream()
                        .map(tier -> List.of(of(tier.limit()), OperandForm.plain(tier.rate())))
                        .toList(),
                OperandForm.plain(tiers.beyond()));
    }
}
