package io.subsidyrules.dialect.operand;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.text.TextCatalogue;

/** Looks up what an amount is worked out from: variables that fields are bound to, and sums of them. */
public final class VariableBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(VariableBinder.class);

    private final Scope scope;

    /** A binder for the amount of a rule with these variables. */
    public VariableBinder(Scope scope) {
        this.scope = scope;
    }

    /**
     * The operand, its variables looked up.
     *
     * @throws SyntaxException if a name is none of the variables, or no number can be worked out
     */
    public Operand operand(Syntax.Operand written) {
        if (written instanceof Syntax.Variable variable) {
            return field(variable.name());
        }
        if (written instanceof Syntax.Member member) {
            return OperandBinder.member(field(member.variable()), member.variable(), member.member());
        }
        if (written instanceof Syntax.Numeral number) {
            return new Operand.Literal(ValueType.DECIMAL, OperandBinder.number(number.digits()));
        }
        if (written instanceof Syntax.Lookup lookup) {
            return LookupBinder.bind(lookup, this::operand, scope);
        }
        if (written instanceof Syntax.Word word && word.name().text().equals("asOf")) {
            return new Operand.AsOf();
        }
        if (written instanceof Syntax.EnumConstant part && part.type().text().equals("asOf")) {
            return OperandBinder.member(new Operand.AsOf(), part.type(), part.constant());
        }
        if (SumBinder.binds(written)) {
            return SumBinder.bind(written, this::operand);
        }
        throw new SyntaxException(
                written.place(),
                FaultCode.EXPRESSION_REFUSED,
                TEXTS.text("inQuotes", written(written)),
                TEXTS.text("onlyVariables"));
    }

    private Operand field(Syntax.Name variable) {
        return scope.value(variable.text()).orElseThrow(() -> OperandBinder.unknownVariable(variable, scope));
    }

    /** An operand in short, as a fault names it. */
    public static String written(Syntax.Operand operand) {
        if (operand instanceof Syntax.Variable variable) {
            return variable.name().text();
        }
        if (operand instanceof Syntax.Member member) {
            return member.variable().text() + "." + member.member().text();
        }
        return operand instanceof Syntax.Word word ? word.name().text() : "...";
    }
}
