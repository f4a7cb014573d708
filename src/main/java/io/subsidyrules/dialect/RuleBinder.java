package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Turns the rules of one policy folder into rules with their parents' conditions, every name looked up. */
final class RuleBinder {

    private final String folder;
    private final Map<String, FactType> types;
    private final Map<String, EnumType> enums;
    private final Faults faults;
    private final Map<String, Syntax.RuleDeclare> declares = new TreeMap<>();
    private final Map<String, Optional<Body>> bodies = new TreeMap<>();
    private final Set<String> open = new HashSet<>();

    RuleBinder(String folder, Map<String, FactType> types, Map<String, EnumType> enums, Faults faults) {
        this.folder = folder;
        this.types = types;
        this.enums = enums;
        this.faults = faults;
    }

    /** What a rule says in its {@code when}, its parents' first. */
    private record Body(List<Condition> conditions, List<String> readings, Optional<FactType> claim, Scope scope) {}

    List<Rule> rules(List<Syntax.RuleDeclare> written) {
        for (Syntax.RuleDeclare declare : written) {
            if (declares.putIfAbsent(declare.name().text(), declare) != null) {
                faults.add(
                        declare.name().place(),
                        FaultCode.DUPLICATE,
                        "There is a rule \"%s\" already. Rename or remove one of the two."
                                .formatted(declare.name().text()),
                        "已有名为“%s”的规则，请改名或删去其中一条。".formatted(declare.name().text()));
            }
        }
        return written.stream().flatMap(declare -> rule(declare).stream()).toList();
    }

    private Optional<Rule> rule(Syntax.RuleDeclare declare) {
        try {
            Optional<Body> body = body(declare);
            if (declare.consequence().isEmpty()) {
                conditionOnly(declare);
                return Optional.empty();
            }
            return body.map(known -> item(declare, known, declare.consequence().get()));
        } catch (SyntaxException fault) {
            faults.add(fault.fault());
            return Optional.empty();
        }
    }

    private void conditionOnly(Syntax.RuleDeclare declare) {
        declare.attributes()
                .forEach(attribute -> faults.add(
                        attribute.place(),
                        FaultCode.NOT_IN_DIALECT,
                        "A rule without an outcome is a condition for others and has no period of its own. Put %s on the rules that extend it."
                                .formatted(attribute.name()),
                        "没有结果的规则只是供其他规则引用的条件，自身没有期限；请把 %s 写在引用它的规则上。".formatted(attribute.name())));
        for (String name : List.of("clause", "per", "item")) {
            declare.annotations().stream()
                    .filter(annotation -> annotation.name().text().equals(name))
                    .forEach(annotation -> faults.add(
                            annotation.name().place(),
                            FaultCode.NOT_IN_DIALECT,
                            "A rule without an outcome decides no item; remove @%s.".formatted(name),
                            "没有结果的规则不决定任何事项，请删去 @%s。".formatted(name)));
        }
    }

    private Optional<Body> body(Syntax.RuleDeclare declare) {
        String name = declare.name().text();
        Optional<Body> known = bodies.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name)) {
            throw ExpressionBinder.fault(
                    declare.name().place(),
                    FaultCode.DUPLICATE,
                    "The rule \"%s\" extends itself by way of others.".formatted(name),
                    "规则“%s”经由其他规则引用了自身。".formatted(name));
        }
        Optional<Body> body;
        try {
            body = Optional.of(bodyOf(declare));
        } catch (SyntaxException fault) {
            faults.add(fault.fault());
            body = Optional.empty();
        }
        open.remove(name);
        bodies.put(name, body);
        return body;
    }

    private Body bodyOf(Syntax.RuleDeclare declare) {
        Optional<Body> parent = declare.parent().flatMap(this::parent);
        Scope scope = parent.map(body -> body.scope().inherited(types, enums)).orElseGet(() -> new Scope(types, enums));
        List<Condition> conditions =
                new ArrayList<>(parent.map(Body::conditions).orElse(List.of()));
        Optional<FactType> claim = parent.flatMap(Body::claim);
        for (Syntax.Pattern pattern : declare.patterns()) {
            FactType type = type(pattern.type());
            if (type.isClaim()) {
                if (claim.isPresent()) {
                    throw ExpressionBinder.fault(
                            pattern.type().place(),
                            FaultCode.NOT_IN_DIALECT,
                            "A rule looks at one claim at most, and this one looks at %s already."
                                    .formatted(claim.get().name()),
                            "一条规则最多涉及一个申报事项，此规则已涉及 %s。".formatted(claim.get().name()));
                }
                claim = Optional.of(type);
            }
            pattern.variable().ifPresent(variable -> bound(variable, scope.bind(variable.text(), type)));
            conditions.addAll(conditions(pattern, type, scope));
        }
        return new Body(conditions, readings(declare, parent), claim, scope);
    }

    private Optional<Body> parent(Syntax.Name name) {
        Syntax.RuleDeclare declare = declares.get(name.text());
        if (declare == null) {
            throw ExpressionBinder.unknown(name, "The policy", "rule", "规则", declares.keySet());
        }
        if (declare.consequence().isPresent()) {
            throw ExpressionBinder.fault(
                    name.place(),
                    FaultCode.NOT_IN_DIALECT,
                    "Only a rule with an empty then can be extended; \"%s\" decides an item.".formatted(name.text()),
                    "只能引用 then 为空的规则；“%s”本身决定一个事项。".formatted(name.text()));
        }
        return body(declare);
    }

    private List<Condition> conditions(Syntax.Pattern pattern, FactType type, Scope scope) {
        List<Condition> conditions = new ArrayList<>();
        ExpressionBinder binder = new ExpressionBinder(type, scope);
        for (Syntax.Constraint constraint : pattern.constraints()) {
            try {
                if (constraint instanceof Syntax.Binding binding) {
                    Operand.FieldValue value = binder.fieldValue(binding.field());
                    bound(binding.variable(), scope.bind(binding.variable().text(), value));
                } else if (constraint instanceof Syntax.Test test) {
                    conditions.add(Condition.of(binder.bind(test.expression()), test.source(), test.place()));
                }
            } catch (SyntaxException fault) {
                faults.add(fault.fault());
            }
        }
        return conditions;
    }

    private static void bound(Syntax.Name variable, boolean free) {
        if (!free) {
            throw ExpressionBinder.fault(
                    variable.place(),
                    FaultCode.DUPLICATE,
                    "%s is bound already. Choose another name.".formatted(variable.text()),
                    "%s 已被使用，请换一个名称。".formatted(variable.text()));
        }
    }

    private FactType type(Syntax.Name name) {
        FactType type = types.get(name.text());
        if (type == null) {
            throw ExpressionBinder.unknown(name, "The policy", "fact type", "事实类型", types.keySet());
        }
        return type;
    }

    private static List<String> readings(Syntax.RuleDeclare declare, Optional<Body> parent) {
        Stream<String> own = declare.annotations().stream()
                .filter(annotation -> annotation.name().text().equals("reading"))
                .flatMap(annotation -> annotation.argument().stream())
                .flatMap(argument -> Stream.of(argument.text().split(",", -1)))
                .map(String::strip);
        return Stream.concat(parent.map(Body::readings).orElse(List.of()).stream(), own)
                .distinct()
                .toList();
    }

    private Rule item(Syntax.RuleDeclare declare, Body body, Syntax.Consequence consequence) {
        Place place = declare.name().place();
        Annotations annotations = new Annotations(declare.annotations(), Annotations.OF_RULE, place, faults);
        Outcome outcome = Outcome.valueOf(consequence.verb().text().toUpperCase(Locale.ROOT));
        Optional<Amount> amount = consequence.amount().map(written -> amount(written, body.scope()));
        target(consequence, body, outcome, amount.isPresent());
        if (outcome != Outcome.REFER && (outcome == Outcome.AWARD) != amount.isPresent()) {
            throw ExpressionBinder.fault(
                    consequence.verb().place(),
                    FaultCode.MISSING,
                    outcome == Outcome.AWARD
                            ? "An award needs its amount: award( $claim, yuan( 10_000 ) );"
                            : "A support has no amount; for money write award.",
                    outcome == Outcome.AWARD
                            ? "award 需要金额：award( $claim, yuan( 10_000 ) );"
                            : "support 不带金额；给付资金请用 award。");
        }
        return new Rule(
                declare.name().text(),
                folder,
                annotations
                        .value("item")
                        .map(Syntax.Name::text)
                        .orElse(declare.name().text()),
                annotations.requiredValue("clause").text(),
                annotations.requiredValue("per").text(),
                body.readings(),
                period(declare),
                body.conditions(),
                body.claim(),
                outcome,
                amount,
                place);
    }

    private static void target(Syntax.Consequence consequence, Body body, Outcome outcome, boolean hasAmount) {
        Syntax.Name target = consequence.target();
        FactType fact = body.scope()
                .fact(target.text())
                .orElseThrow(() -> ExpressionBinder.fault(
                        target.place(),
                        FaultCode.UNKNOWN_NAME,
                        "%s is not bound to a fact. Write it before the pattern: %s : Type( ... )."
                                .formatted(target.text(), target.text()),
                        "%s 未绑定到任何事实，请在条件前写明：%s : 类型( …… )。".formatted(target.text(), target.text())));
        if (!fact.isClaim() && (body.claim().isPresent() || outcome == Outcome.AWARD || hasAmount)) {
            throw ExpressionBinder.fault(
                    target.place(),
                    FaultCode.WRONG_TYPE,
                    "The outcome belongs to the claim: bind the claim's pattern and name it here.",
                    "结果应归于申报事项：请绑定申报事项并在此引用。");
        }
    }

    private Period period(Syntax.RuleDeclare declare) {
        Map<String, LocalDate> dates = new TreeMap<>();
        for (Syntax.Attribute attribute : declare.attributes()) {
            if (dates.put(attribute.name(), ExpressionBinder.date(attribute.value())) != null) {
                throw ExpressionBinder.fault(
                        attribute.place(),
                        FaultCode.DUPLICATE,
                        "%s stands here a second time. Remove one of the two.".formatted(attribute.name()),
                        "%s 重复出现，请删去其中一个。".formatted(attribute.name()));
            }
        }
        LocalDate from = dates.get("date-effective");
        if (from == null) {
            throw ExpressionBinder.fault(
                    declare.name().place(),
                    FaultCode.MISSING,
                    "The rule does not say from when it is in force. Add date-effective \"2022-09-06\".",
                    "规则没有写明生效日期，请补充 date-effective \"2022-09-06\"。");
        }
        Optional<LocalDate> until = Optional.ofNullable(dates.get("date-expires"));
        if (until.isPresent() && !until.get().isAfter(from)) {
            throw ExpressionBinder.fault(
                    declare.name().place(),
                    FaultCode.OUT_OF_RANGE,
                    "The rule is never in force: it expires on %s and begins on %s.".formatted(until.get(), from),
                    "规则永不生效：%s 失效，%s 才生效。".formatted(until.get(), from));
        }
        return new Period(from, until);
    }

    private static Amount amount(Syntax.Amount written, Scope scope) {
        Optional<Yuan> ceiling = written.ceiling().map(RuleBinder::yuan);
        if (written.source() instanceof Syntax.Numeral number) {
            Yuan fixed = yuan(number.digits());
            return new Amount.Fixed(ceiling.map(fixed::atMost).orElse(fixed));
        }
        Syntax.Name variable = ((Syntax.Variable) written.source()).name();
        Operand.FieldValue source = scope.value(variable.text())
                .orElseThrow(() -> ExpressionBinder.unknown(
                        variable,
                        "The rule",
                        "variable of a field",
                        "字段变量",
                        scope.values().keySet()));
        if (source.type() != ValueType.DECIMAL) {
            throw ExpressionBinder.fault(
                    variable.place(),
                    FaultCode.WRONG_TYPE,
                    "%s is a %s; an amount is made from a BigDecimal."
                            .formatted(variable.text(), source.type().declared()),
                    "%s 是 %s；金额只能由 BigDecimal 得出。"
                            .formatted(variable.text(), source.type().declared()));
        }
        return new Amount.Share(
                written.percent().map(RuleBinder::percent).orElse(new BigDecimal(100)),
                source,
                ceiling.orElseThrow(() -> ExpressionBinder.fault(
                        written.place(),
                        FaultCode.MISSING,
                        "An amount that depends on the claim needs a ceiling: .atMost( yuan( 1_000_000 ) ).",
                        "取决于申报内容的金额必须有上限：.atMost( yuan( 1_000_000 ) )。")));
    }

    private static BigDecimal percent(Syntax.Name digits) {
        BigDecimal percent = ExpressionBinder.number(digits);
        if (percent.signum() == 0 || percent.compareTo(new BigDecimal(100)) > 0) {
            throw ExpressionBinder.fault(
                    digits.place(),
                    FaultCode.OUT_OF_RANGE,
                    "A percentage lies above 0 and is at most 100, not %s.".formatted(digits.text()),
                    "百分比应大于 0 且不超过 100，不能是 %s。".formatted(digits.text()));
        }
        return percent;
    }

    private static Yuan yuan(Syntax.Name digits) {
        BigDecimal amount = ExpressionBinder.number(digits);
        if (amount.scale() > 2 || amount.signum() == 0 || !Field.Range.YUAN.contains(amount)) {
            throw ExpressionBinder.fault(
                    digits.place(),
                    FaultCode.OUT_OF_RANGE,
                    "An amount lies above 0 and below a million million yuan, with at most two decimals, not %s."
                            .formatted(digits.text()),
                    "金额应大于 0 且小于一万亿元，最多两位小数，不能是 %s。".formatted(digits.text()));
        }
        return new Yuan(amount);
    }
}
