package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.operand.EarlierAwardBinder;
import io.subsidyrules.dialect.operand.OperandBinder;
import io.subsidyrules.dialect.operand.Scope;
import io.subsidyrules.dialect.operand.VisibleTypes;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds what rules say in their {@code when}: the rules that they extend, patterns, variables and conditions. */
final class BodyBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(BodyBinder.class);
    private static final Text VALUES = TEXTS.text("comparisonsInRule");

    private final Map<String, Syntax.RuleDeclare> declares;
    private final VisibleTypes known;
    private final PatternPool patterns;
    private final Faults faults;
    private final MemberBinder members;
    private final EarlierAwardBinder earlier;
    private final IdentityHashMap<Syntax.RuleDeclare, BoundConditions> bodies = new IdentityHashMap<>();
    private final List<String> open = new ArrayList<>();

    /** @param declares the rules that can be extended, by name */
    BodyBinder(
            Map<String, Syntax.RuleDeclare> declares,
            VisibleTypes known,
            PatternPool patterns,
            EarlierAwardBinder earlier,
            Faults faults) {
        this.earlier = earlier;
        this.declares = declares;
        this.known = known;
        this.patterns = patterns;
        this.faults = faults;
        this.members = new MemberBinder(patterns, faults);
    }

    BoundConditions of(Syntax.RuleDeclare declare) {
        BoundConditions bound = bodies.get(declare);
        if (bound != null) {
            return bound;
        }
        open.add(declare.name().text());
        BoundConditions body = bind(declare);
        open.remove(open.size() - 1);
        bodies.put(declare, body);
        return body;
    }

    private BoundConditions bind(Syntax.RuleDeclare declare) {
        Optional<BoundConditions> parent = declare.parent().flatMap(this::parent);
        boolean whole = declare.complete()
                && parent.isPresent() == declare.parent().isPresent()
                && parent.map(BoundConditions::whole).orElse(true);
        Scope scope = parent.map(body -> body.scope().inherited()).orElseGet(() -> new Scope(known));
        List<Condition> conditions =
                new ArrayList<>(parent.map(BoundConditions::conditions).orElse(List.of()));
        Optional<FactType> claim = parent.flatMap(BoundConditions::claim);
        Optional<Text> title = new ConditionTitle(declare, faults).text();
        for (Syntax.Pattern pattern : declare.patterns()) {
            Optional<FactType> type = type(pattern.type());
            if (pattern.members().isPresent()) {
                whole &= type.isPresent()
                        && members.bind(pattern, pattern.members().get(), type.get(), scope, title, conditions);
                continue;
            }
            if (type.filter(FactType::isMember).isPresent()) {
                faults.add(
                        pattern.type().place(),
                        FaultCode.MEMBER_ALONE,
                        pattern.type().text());
                whole = false;
                continue;
            }
            whole &= type.isPresent() && bind(pattern, type.get(), scope, title, conditions);
            if (type.filter(FactType::isClaim).isPresent()) {
                if (claim.isPresent()) {
                    String first = claim.get().name();
                    Text remedy = SecondClaim.remedy(declare, pattern, type.get(), first);
                    faults.add(pattern.type().place(), FaultCode.SECOND_CLAIM, first, remedy);
                    whole = false;
                }
                claim = type;
            }
        }
        for (Syntax.Awards awards : declare.earlier()) {
            Optional<Condition> condition = earlier.bind(awards, scope, claim, title);
            condition.ifPresent(conditions::add);
            whole &= condition.isPresent();
        }
        if (conditions.size() > Limits.CONDITIONS) {
            faults.add(declare.name().place(), FaultCode.TOO_MANY, TEXTS.text("conditions"), Limits.CONDITIONS);
            whole = false;
        } else if (conditions.stream().mapToInt(Condition::size).sum() > Limits.VALUES) {
            faults.add(declare.name().place(), FaultCode.TOO_MANY, VALUES, Limits.VALUES);
            whole = false;
        } else if (conditions.stream().mapToInt(Condition::memberWeight).sum() > Limits.MEMBER_VALUES) {
            faults.add(
                    declare.name().place(),
                    FaultCode.TOO_MANY,
                    TEXTS.text("comparisonsOfMembers"),
                    Limits.MEMBER_VALUES);
            whole = false;
        }
        List<String> readings = new ArrayList<>();
        declare.readings().stream().map(Syntax.Name::text).forEach(readings::add);
        readings.addAll(parent.map(BoundConditions::readings).orElse(List.of()));
        int extended = parent.map(body -> body.extended() + 1).orElse(0);
        Optional<Syntax.Name> decides = DecidingDay.named(declare).or(() -> parent.flatMap(BoundConditions::decides));
        return new BoundConditions(
                conditions, readings.stream().distinct().toList(), claim, scope, decides, extended, whole);
    }

    private Optional<BoundConditions> parent(Syntax.Name name) {
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
        if (declare.hasOutcome()) {
            faults.add(name.place(), FaultCode.EXTENDS_ITEM, name.text());
            return Optional.empty();
        }
        BoundConditions body = of(declare);
        return body.extended() < Limits.EXTENDS ? Optional.of(body) : tooDeep(name);
    }

    private Optional<BoundConditions> tooDeep(Syntax.Name name) {
        faults.add(name.place(), FaultCode.TOO_MANY, TEXTS.text("extendingRules"), Limits.EXTENDS);
        return Optional.empty();
    }

    private List<String> extensible() {
        return declares.values().stream()
                .filter(declare -> !declare.hasOutcome())
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
                    known.remedy(name.text(), known.types().keySet()));
        }
        return Optional.ofNullable(type);
    }

    /** Binds a pattern's variables and conditions; false if one of them has a fault. */
    private boolean bind(
            Syntax.Pattern pattern, FactType type, Scope scope, Optional<Text> title, List<Condition> conditions) {
        boolean whole = pattern.variable().isEmpty()
                || bound(
                        pattern.variable().get(),
                        scope.bind(pattern.variable().get().text(), type));
        OperandBinder operands = new OperandBinder(type, scope, faults);
        ExpressionBinder binder = new ExpressionBinder(operands, patterns, faults);
        for (Syntax.Constraint constraint : pattern.constraints()) {
            try {
                if (constraint instanceof Syntax.Binding binding) {
                    Operand.FieldValue value = operands.fieldValue(binding.field());
                    whole &= bound(
                            binding.variable(), scope.bind(binding.variable().text(), value));
                } else if (constraint instanceof Syntax.Test test) {
                    Optional<Expression> expression = binder.bind(test.expression());
                    whole &= expression.isPresent() && hasSentence(expression.get(), title, type, test.place());
                    expression.ifPresent(
                            known -> conditions.add(Condition.of(known, test.source(), title, test.place())));
                }
            } catch (SyntaxException fault) {
                whole = false;
                fault.addTo(faults);
            }
        }
        return whole;
    }

    /** A pattern is not plain words: what it asks for is said by the rule that holds it alone. */
    private boolean hasSentence(Expression expression, Optional<Text> title, FactType type, Place place) {
        boolean has = title.isPresent() || !expression.hasPattern();
        if (!has) {
            faults.add(place, FaultCode.NO_SENTENCE, type.name());
        }
        return has;
    }

    private boolean bound(Syntax.Name variable, boolean free) {
        if (!free) {
            faults.add(variable.place(), FaultCode.DUPLICATE_VARIABLE, variable.text());
        }
        return free;
    }
}
