package io.subsidyrules.dialect.operand;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Works out which numbers a written sum, product or percentage adds up, and by which factors. */
final class SumBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(SumBinder.class);

    private final Function<Syntax.Operand, Operand> single;
    private final Map<Operand, BigDecimal> factors = new LinkedHashMap<>();
    private BigDecimal constant = BigDecimal.ZERO;

    private SumBinder(Function<Syntax.Operand, Operand> single) {
        this.single = single;
    }

    /** Whether it is one of those that this class binds. */
    static boolean binds(Syntax.Operand written) {
        return written instanceof Syntax.Sum || written instanceof Syntax.Product || written instanceof Syntax.Percent;
    }

    /**
     * The sum; a literal where it has no field, and the field itself where it is no more than that.
     *
     * @param single looks up a part that is not a sum itself
     * @throws SyntaxException where it is not linear, too long, or not of numbers
     */
    static Operand bind(Syntax.Operand written, Function<Syntax.Operand, Operand> single) {
        SumBinder sum = new SumBinder(single);
        sum.add(written, BigDecimal.ONE);
        return sum.operand(written.place());
    }

    private Operand operand(Place place) {
        factors.values().removeIf(factor -> factor.signum() == 0);
        if (factors.size() > Limits.TERMS) {
            throw new SyntaxException(place, FaultCode.TOO_MANY, TEXTS.text("fieldsInSum"), Limits.TERMS);
        }
        List<Operand.WeightedSum.Term> terms = factors.entrySet().stream()
                .map(entry -> new Operand.WeightedSum.Term(entry.getValue(), entry.getKey()))
                .toList();
        if (terms.isEmpty()) {
            return new Operand.Literal(ValueType.DECIMAL, constant);
        }
        boolean alone = terms.size() == 1
                && constant.signum() == 0
                && terms.get(0).factor().compareTo(BigDecimal.ONE) == 0;
        return alone ? terms.get(0).number() : new Operand.WeightedSum(terms, constant);
    }

    private void add(Syntax.Operand written, BigDecimal factor) {
        if (written instanceof Syntax.Sum sum) {
            sum.parts().forEach(part -> add(part.part(), part.negative() ? factor.negate() : factor));
        } else if (written instanceof Syntax.Product product) {
            add(product, factor);
        } else if (written instanceof Syntax.Percent percent) {
            BigDecimal hundredths = number(percent.percent())
                    .orElseThrow(() -> new SyntaxException(
                            percent.percent().place(), FaultCode.FIELD_TIMES_FIELD, TEXTS.text("percentIsNumber")));
            add(percent.of(), factor.multiply(hundredths).movePointLeft(2));
        } else {
            addSingle(written, factor);
        }
    }

    private void add(Syntax.Product product, BigDecimal factor) {
        Optional<BigDecimal> left = number(product.left());
        Optional<BigDecimal> right = number(product.right());
        if (left.isEmpty() && right.isEmpty()) {
            throw new SyntaxException(product.sign(), FaultCode.FIELD_TIMES_FIELD, TEXTS.text("oneFactorIsNumber"));
        }
        BigDecimal number = left.or(() -> right).orElseThrow();
        add(left.isPresent() ? product.right() : product.left(), factor.multiply(number));
    }

    private void addSingle(Syntax.Operand written, BigDecimal factor) {
        Operand operand = single.apply(written);
        if (operand instanceof Operand.Literal literal && literal.value() instanceof BigDecimal number) {
            constant = constant.add(factor.multiply(number));
            return;
        }
        if (!operand.type().isNumber()) {
            throw new SyntaxException(
                    written.place(),
                    FaultCode.NUMBER_NEEDED,
                    FieldTypes.described(operand),
                    operand.type() == ValueType.DATE ? TEXTS.text("yearOrShift") : TEXTS.text("numberField"));
        }
        factors.merge(operand, factor, BigDecimal::add);
    }

    /** The number that is written, if it reads no field. */
    private Optional<BigDecimal> number(Syntax.Operand written) {
        if (written instanceof Syntax.Numeral || binds(written)) {
            return hasName(written)
                    ? Optional.empty()
                    : Optional.of(bind(written, single)).map(SumBinder::literal);
        }
        return Optional.empty();
    }

    private static BigDecimal literal(Operand operand) {
        return (BigDecimal) ((Operand.Literal) operand).value();
    }

    /** Whether a field, a variable or a constant is part of it. */
    private static boolean hasName(Syntax.Operand written) {
        if (written instanceof Syntax.Sum sum) {
            return sum.parts().stream().anyMatch(part -> hasName(part.part()));
        }
        if (written instanceof Syntax.Product product) {
            return hasName(product.left()) || hasName(product.right());
        }
        if (written instanceof Syntax.Percent percent) {
            return hasName(percent.percent()) || hasName(percent.of());
        }
        return !(written instanceof Syntax.Numeral);
    }
}
