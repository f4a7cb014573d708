package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Spelling;
import io.subsidyrules.policy.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns the rules of one policy folder into rules with their parents' conditions, every name looked up. */
final class RuleBinder {

    private static final Text VALUES = new Text("comparisons and values of lists in one rule", "一条规则中的比较和列表值");

    private final String folder;
    private final Known known;
    private final Patterns patterns;
    private final Faults faults;
    private final Satisfiable satisfiable;
    private final Map<String, Syntax.RuleDeclare> declares = new TreeMap<>();
    private final IdentityHashMap<Syntax.RuleDeclare, Body> bodies = new IdentityHashMap<>();
    private final Set<Syntax.RuleDeclare> duplicates = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> open = new ArrayList<>();

    RuleBinder(String folder, Known known, Patterns patterns, Faults faults) {
        this.folder = folder;
        this.known = known;
        this.patterns = patterns;
        this.faults = faults;
        this.satisfiable = new Satisfiable(faults);
    }

    /**
     * What a rule says in its {@code when}, its parents' first.
     *
     * @param extended how many rules it extends, by way of others too
     * @param whole whether all of it could be bound; otherwise its faults are told already
     */
    private record Body(
            List<Condition> conditions,
            List<String> readings,
            Optional<FactType> claim,
            Scope scope,
            int extended,
            boolean whole) {}

    List<CitedRule> rules(List<Syntax.RuleDeclare> written) {
        for (Syntax.RuleDeclare declare : written) {
            Syntax.RuleDeclare earlier = declares.putIfAbsent(declare.name().text(), declare);
            if (earlier != null) {
                duplicates.add(declare);
                faults.add(
                        declare.name().place(),
                        FaultCode.DUPLICATE_RULE,
                        declare.name().text(),
                        earlier.name().place());
            }
        }
        return written.stream().map(this::rule).toList();
    }

    private CitedRule rule(Syntax.RuleDeclare declare) {
        Body body = body(declare);
        if (duplicates.contains(declare)) {
            return cited(declare, Optional.empty());
        }
        if (declare.consequence().isPresent()) {
            return item(declare, body, declare.consequence().get());
        }
        Optional<Syntax.Name> item = Optional.empty();
        if (declare.complete()) {
            conditionOnly(declare);
        } else {
            item = annotated(declare, "item").or(() -> Optional.of(declare.name()));
        }
        return cited(declare, item);
    }

    /** A rule that is not whole, or decides nothing. */
    private static CitedRule cited(Syntax.RuleDeclare declare, Optional<Syntax.Name> item) {
        return new CitedRule(
                Optional.empty(),
                item,
                annotated(declare, "clause"),
                readings(declare),
                declare.name().place());
    }

    /** Where the outcome was forgotten, all that belongs to it is too much: the first of it is told. */
    private void conditionOnly(Syntax.RuleDeclare declare) {
        Optional<Syntax.Name> first = declare.annotations().stream()
                .map(Syntax.Annotation::name)
                .filter(name -> Annotations.OF_RULE.contains(name.text())
                        && !name.text().equals("reading"))
                .findFirst();
        first.ifPresent(name -> faults.add(name.place(), FaultCode.CONDITION_WITH_ANNOTATION, name.text()));
        if (first.isEmpty()) {
            declare.attributes().stream()
                    .findFirst()
                    .ifPresent(attribute ->
                            faults.add(attribute.place(), FaultCode.CONDITION_WITH_PERIOD, attribute.name()));
        }
        new Annotations(declare.annotations(), Annotations.OF_RULE, declare.name(), faults);
    }

    private Body body(Syntax.RuleDeclare declare) {
        Body bound = bodies.get(declare);
        if (bound != null) {
            return bound;
        }
        open.add(declare.name().text());
        Body body = bodyOf(declare);
        open.remove(open.size() - 1);
        bodies.put(declare, body);
        return body;
    }

    private Body bodyOf(Syntax.RuleDeclare declare) {
        Optional<Body> parent = declare.parent().flatMap(this::parent);
        boolean whole = declare.complete()
                && parent.isPresent() == declare.parent().isPresent()
                && parent.map(Body::whole).orElse(true);
        Scope scope = parent.map(body -> body.scope().inherited()).orElseGet(() -> new Scope(known));
        List<Condition> conditions =
                new ArrayList<>(parent.map(Body::conditions).orElse(List.of()));
        Optional<FactType> claim = parent.flatMap(Body::claim);
        for (Syntax.Pattern pattern : declare.patterns()) {
            Optional<FactType> type = type(pattern.type());
            whole &= type.isPresent() && bind(pattern, type.get(), scope, conditions);
            if (type.filter(FactType::isClaim).isPresent()) {
                if (claim.isPresent()) {
                    faults.add(
                            pattern.type().place(),
                            FaultCode.SECOND_CLAIM,
                            claim.get().name());
                    whole = false;
                }
                claim = type;
            }
        }
        if (conditions.size() > Limits.CONDITIONS) {
            faults.add(declare.name().place(), FaultCode.TOO_MANY, new Text("conditions", "条件"), Limits.CONDITIONS);
            whole = false;
        } else if (conditions.stream().mapToInt(Condition::size).sum() > Limits.VALUES) {
            faults.add(declare.name().place(), FaultCode.TOO_MANY, VALUES, Limits.VALUES);
            whole = false;
        }
        List<String> readings = new ArrayList<>(parent.map(Body::readings).orElse(List.of()));
        readings(declare).stream().map(Syntax.Name::text).forEach(readings::add);
        int extended = parent.map(body -> body.extended() + 1).orElse(0);
        return new Body(conditions, readings.stream().distinct().toList(), claim, scope, extended, whole);
    }

    private Optional<Body> parent(Syntax.Name name) {
        Syntax.RuleDeclare declare = declares.get(name.text());
        if (declare == null) {
            if (known.complete()) {
                faults.add(
                        name.place(), FaultCode.UNKNOWN_RULE, name.text(), Spelling.remedy(name.text(), extensible()));
            }
            return Optional.empty();
        }
        if (open.contains(name.text())) {
            faults.add(declare.name().place(), FaultCode.RULE_CYCLE, name.text());
            return Optional.empty();
        }
        if (open.size() > Limits.EXTENDS) {
            return tooDeep(name);
        }
        if (declare.consequence().isPresent()) {
            faults.add(name.place(), FaultCode.EXTENDS_ITEM, name.text());
            return Optional.empty();
        }
        Body body = body(declare);
        return body.extended() < Limits.EXTENDS ? Optional.of(body) : tooDeep(name);
    }

    private Optional<Body> tooDeep(Syntax.Name name) {
        faults.add(
                name.place(), FaultCode.TOO_MANY, new Text("rules that extend each other", "逐层引用的规则"), Limits.EXTENDS);
        return Optional.empty();
    }

    private List<String> extensible() {
        return declares.values().stream()
                .filter(declare -> declare.consequence().isEmpty())
                .map(declare -> declare.name().text())
                .toList();
    }

    private Optional<FactType> type(Syntax.Name name) {
        FactType type = known.types().get(name.text());
        if (type == null && known.complete()) {
            faults.add(
                    name.place(),
                    FaultCode.UNKNOWN_FACT_TYPE,
                    name.text(),
                    Spelling.remedy(name.text(), known.types().keySet()));
        }
        return Optional.ofNullable(type);
    }

    /** Binds a pattern's variables and conditions; false where one of them has a fault. */
    private boolean bind(Syntax.Pattern pattern, FactType type, Scope scope, List<Condition> conditions) {
        boolean whole = pattern.variable().isEmpty()
                || bound(
                        pattern.variable().get(),
                        scope.bind(pattern.variable().get().text(), type));
        OperandBinder operands = new OperandBinder(type, scope);
        ExpressionBinder binder = new ExpressionBinder(operands, patterns, faults);
        for (Syntax.Constraint constraint : pattern.constraints()) {
            try {
                if (constraint instanceof Syntax.Binding binding) {
                    Operand.FieldValue value = operands.fieldValue(binding.field());
                    whole &= bound(
                            binding.variable(), scope.bind(binding.variable().text(), value));
                } else if (constraint instanceof Syntax.Test test) {
                    Optional<Expression> expression = binder.bind(test.expression());
                    whole &= expression.isPresent();
                    expression.ifPresent(known -> conditions.add(Condition.of(known, test.source(), test.place())));
                }
            } catch (SyntaxException fault) {
                whole = false;
                fault.addTo(faults);
            }
        }
        return whole;
    }

    private boolean bound(Syntax.Name variable, boolean free) {
        if (!free) {
            faults.add(variable.place(), FaultCode.DUPLICATE_VARIABLE, variable.text());
        }
        return free;
    }

    private static Optional<Syntax.Name> annotated(Syntax.RuleDeclare declare, String name) {
        return declare.annotations().stream()
                .filter(annotation -> annotation.name().text().equals(name))
                .flatMap(annotation -> annotation.argument().stream())
                .findFirst();
    }

    private static List<Syntax.Name> readings(Syntax.RuleDeclare declare) {
        List<Syntax.Name> readings = new ArrayList<>();
        for (Syntax.Annotation annotation : declare.annotations()) {
            if (annotation.name().text().equals("reading")
                    && annotation.argument().isPresent()) {
                Syntax.Name value = annotation.argument().get();
                for (String reading : value.text().split(",", -1)) {
                    readings.add(new Syntax.Name(reading.strip(), value.place()));
                }
            }
        }
        return readings;
    }

    private CitedRule item(Syntax.RuleDeclare declare, Body body, Syntax.Consequence consequence) {
        Annotations annotations = new Annotations(declare.annotations(), Annotations.OF_RULE, declare.name(), faults);
        OutcomeBinder binder = new OutcomeBinder(faults);
        // What a faulty part would have bound is not missed a second time.
        Optional<Outcome> outcome =
                body.whole() ? Optional.of(binder.outcome(consequence, body.claim(), body.scope())) : Optional.empty();
        Optional<Amount> amount = body.whole()
                        || consequence
                                .amount()
                                .filter(written -> written.source() instanceof Syntax.Numeral)
                                .isPresent()
                ? consequence.amount().flatMap(written -> binder.amount(written, body.scope()))
                : Optional.empty();
        Optional<Period> period = binder.period(declare);
        Syntax.Name item = annotations.value("item").orElse(declare.name());
        Syntax.Name clause = annotations.requiredValue("clause");
        Syntax.Name per = annotations.requiredValue("per");
        boolean known = outcome.isPresent()
                && period.isPresent()
                && amount.isPresent() == consequence.amount().isPresent();
        Optional<Rule> rule = Optional.empty();
        if (known) {
            satisfiable.check(body.conditions(), period.get());
            rule = Optional.of(new Rule(
                    declare.name().text(),
                    folder,
                    item.text(),
                    clause.text(),
                    per.text(),
                    body.readings(),
                    period.get(),
                    body.conditions(),
                    body.claim(),
                    outcome.get(),
                    amount,
                    declare.name().place()));
        }
        return new CitedRule(
                rule,
                Optional.of(item),
                annotations.optionalValue("clause"),
                readings(declare),
                consequence
                        .amount()
                        .map(Syntax.Amount::highest)
                        .orElse(declare.name().place()));
    }
}
