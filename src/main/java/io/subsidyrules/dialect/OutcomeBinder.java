package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks what a rule gives, how much, and when: its {@code then} and its attributes. */
final class OutcomeBinder {

    private OutcomeBinder() {}

    /** The verb, which must fit the target and the amount. */
    static Outcome outcome(Syntax.Consequence consequence, Optional<FactType> claim, Scope scope) {
        Outcome outcome = Outcome.valueOf(consequence.verb().text().toUpperCase(Locale.ROOT));
        boolean hasAmount = consequence.amount().isPresent();
        target(consequence, claim, scope, outcome == Outcome.AWARD || hasAmount);
        if (outcome == Outcome.AWARD && !hasAmount) {
            throw OperandBinder.fault(
                    consequence.verb().place(),
                    FaultCode.MISSING,
                    "An award needs its amount: award( $claim, yuan( 10_000 ) );",
                    "award 需要金额：award( $claim, yuan( 10_000 ) );");
        }
        if (outcome == Outcome.SUPPORT && hasAmount) {
            throw OperandBinder.fault(
                    consequence.verb().place(),
                    FaultCode.NOT_IN_DIALECT,
                    "A support has no amount; for money write award.",
                    "support 不带金额；给付资金请用 award。");
        }
        return outcome;
    }

    private static void target(Syntax.Consequence consequence, Optional<FactType> claim, Scope scope, boolean money) {
        Syntax.Name target = consequence.target();
        FactType fact = scope.fact(target.text())
                .orElseThrow(() -> OperandBinder.fault(
                        target.place(),
                        FaultCode.UNKNOWN_NAME,
                        "%s is not bound to a fact. Write it before the pattern: %s : Type( ... )."
                                .formatted(target.text(), target.text()),
                        "%s 未绑定到任何事实，请在条件前写明：%s : 类型( …… )。".formatted(target.text(), target.text())));
        if (!fact.isClaim() && (claim.isPresent() || money)) {
            throw OperandBinder.fault(
                    target.place(),
                    FaultCode.WRONG_TYPE,
                    "The outcome belongs to the claim: bind the claim's pattern and name it here.",
                    "结果应归于申报事项：请绑定申报事项并在此引用。");
        }
    }

    /** When the rule is in force. */
    static Period period(Syntax.RuleDeclare declare) {
        Map<String, LocalDate> dates = new TreeMap<>();
        for (Syntax.Attribute attribute : declare.attributes()) {
            if (dates.put(attribute.name(), OperandBinder.date(attribute.value())) != null) {
                throw OperandBinder.fault(
                        attribute.place(),
                        FaultCode.DUPLICATE,
                        "%s stands here a second time. Remove one of the two.".formatted(attribute.name()),
                        "%s 重复出现，请删去其中一个。".formatted(attribute.name()));
            }
        }
        LocalDate from = dates.get("date-effective");
        if (from == null) {
            throw OperandBinder.fault(
                    declare.name().place(),
                    FaultCode.MISSING,
                    "The rule does not say from when it is in force. Add date-effective \"2022-09-06\".",
                    "规则没有写明生效日期，请补充 date-effective \"2022-09-06\"。");
        }
        Optional<LocalDate> until = Optional.ofNullable(dates.get("date-expires"));
        if (until.isPresent() && !until.get().isAfter(from)) {
            throw OperandBinder.fault(
                    declare.name().place(),
                    FaultCode.OUT_OF_RANGE,
                    "The rule is never in force: it expires on %s and begins on %s.".formatted(until.get(), from),
                    "规则永不生效：%s 失效，%s 才生效。".formatted(until.get(), from));
        }
        return new Period(from, until);
    }

    /** How much it gives. */
    static Amount amount(Syntax.Amount written, Scope scope) {
        Optional<Yuan> ceiling = written.ceiling().map(OutcomeBinder::yuan);
        if (written.source() instanceof Syntax.Numeral number) {
            Yuan fixed = yuan(number.digits());
            return new Amount.Fixed(ceiling.map(fixed::atMost).orElse(fixed));
        }
        Syntax.Name variable = ((Syntax.Variable) written.source()).name();
        Operand.FieldValue source = scope.value(variable.text())
                .orElseThrow(() -> OperandBinder.unknown(
                        variable,
                        "The rule",
                        "variable of a field",
                        "字段变量",
                        scope.values().keySet()));
        if (source.type() != ValueType.DECIMAL) {
            throw OperandBinder.fault(
                    variable.place(),
                    FaultCode.WRONG_TYPE,
                    "%s is a %s; an amount is made from a BigDecimal."
                            .formatted(variable.text(), source.type().declared()),
                    "%s 是 %s；金额只能由 BigDecimal 得出。"
                            .formatted(variable.text(), source.type().declared()));
        }
        return new Amount.Share(
                written.percent().map(OutcomeBinder::percent).orElse(new BigDecimal(100)),
                source,
                ceiling.orElseThrow(() -> OperandBinder.fault(
                        written.place(),
                        FaultCode.MISSING,
                        "An amount that depends on the claim needs a ceiling: .atMost( yuan( 1_000_000 ) ).",
                        "取决于申报内容的金额必须有上限：.atMost( yuan( 1_000_000 ) )。")));
    }

    private static BigDecimal percent(Syntax.Name digits) {
        BigDecimal percent = OperandBinder.number(digits);
        if (percent.signum() == 0 || percent.compareTo(new BigDecimal(100)) > 0) {
            throw OperandBinder.fault(
                    digits.place(),
                    FaultCode.OUT_OF_RANGE,
                    "A percentage lies above 0 and is at most 100, not %s.".formatted(digits.text()),
                    "百分比应大于 0 且不超过 100，不能是 %s。".formatted(digits.text()));
        }
        return percent;
    }

    private static Yuan yuan(Syntax.Name digits) {
        BigDecimal amount = OperandBinder.number(digits);
        if (amount.scale() > 2 || amount.signum() == 0 || !Field.Range.YUAN.contains(amount)) {
            throw OperandBinder.fault(
                    digits.place(),
                    FaultCode.OUT_OF_RANGE,
                    "An amount lies above 0 and below a million million yuan, with at most two decimals, not %s."
                            .formatted(digits.text()),
                    "金额应大于 0 且小于一万亿元，最多两位小数，不能是 %s。".formatted(digits.text()));
        }
        return new Yuan(amount);
    }
}
