package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
            throw OperandBinder.fault(
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
                    throw OperandBinder.fault(
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
            throw OperandBinder.unknown(name, "The policy", "rule", "规则", declares.keySet());
        }
        if (declare.consequence().isPresent()) {
            throw OperandBinder.fault(
                    name.place(),
                    FaultCode.NOT_IN_DIALECT,
                    "Only a rule with an empty then can be extended; \"%s\" decides an item.".formatted(name.text()),
                    "只能引用 then 为空的规则；“%s”本身决定一个事项。".formatted(name.text()));
        }
        return body(declare);
    }

    private List<Condition> conditions(Syntax.Pattern pattern, FactType type, Scope scope) {
        List<Condition> conditions = new ArrayList<>();
        OperandBinder operands = new OperandBinder(type, scope);
        ExpressionBinder binder = new ExpressionBinder(operands);
        for (Syntax.Constraint constraint : pattern.constraints()) {
            try {
                if (constraint instanceof Syntax.Binding binding) {
                    Operand.FieldValue value = operands.fieldValue(binding.field());
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
            throw OperandBinder.fault(
                    variable.place(),
                    FaultCode.DUPLICATE,
                    "%s is bound already. Choose another name.".formatted(variable.text()),
                    "%s 已被使用，请换一个名称。".formatted(variable.text()));
        }
    }

    private FactType type(Syntax.Name name) {
        FactType type = types.get(name.text());
        if (type == null) {
            throw OperandBinder.unknown(name, "The policy", "fact type", "事实类型", types.keySet());
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
        Outcome outcome = OutcomeBinder.outcome(consequence, body.claim(), body.scope());
        Optional<Amount> amount = consequence.amount().map(written -> OutcomeBinder.amount(written, body.scope()));
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
                OutcomeBinder.period(declare),
                body.conditions(),
                body.claim(),
                outcome,
                amount,
                place);
    }
}
