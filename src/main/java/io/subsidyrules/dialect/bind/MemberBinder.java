package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.check.ContradictionCheck;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.operand.FieldTypes;
import io.subsidyrules.dialect.operand.OperandBinder;
import io.subsidyrules.dialect.operand.Scope;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Binds what rules ask of the members of a list: how many fulfil conditions, or what a number of theirs comes to. */
final class MemberBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(MemberBinder.class);
    private static final Operand.Literal ONE = new Operand.Literal(ValueType.INTEGER, 1);
    private static final Period ALWAYS = new Period(LocalDate.of(Field.FIRST_YEAR, 1, 1), Optional.empty());
    private static final List<String> FUNCTIONS = Stream.of(Operand.MemberAggregate.Function.values())
            .map(Operand.MemberAggregate.Function::word)
            .toList();

    private final PatternPool patterns;
    private final Faults faults;

    MemberBinder(PatternPool patterns, Faults faults) {
        this.patterns = patterns;
        this.faults = faults;
    }

    /**
     * Binds the conditions of a pattern on members, and the variables of what they come to.
     *
     * @param type of the members, as the pattern names it
     * @param title the sentence that the rule gives its only condition
     * @param conditions those of the rule, to which they are added
     * @return false if a part of it has a fault, which was added
     */
    boolean bind(
            Syntax.Pattern pattern,
            Syntax.Members members,
            FactType type,
            Scope scope,
            Optional<Text> title,
            List<Condition> conditions) {
        Optional<Operand.FieldValue> list = list(members, pattern.type(), type, scope);
        if (list.isEmpty()) {
            return false;
        }
        Scope inner = scope.inherited();
        Optional<List<Condition>> asked = inner(pattern, type, inner);
        if (asked.isEmpty()) {
            return false;
        }
        new ContradictionCheck(faults).check(type.name(), asked.get(), new Operand.AsOf(), ALWAYS);
        Operand.MemberAggregate count = new Operand.MemberAggregate(
                list.get(), type, asked.get(), Operand.MemberAggregate.Function.COUNT, Optional.empty());
        String word = members.word().text();
        if (word.equals("exists") || word.equals("not")) {
            Operator operator = word.equals("not") ? Operator.LESS : Operator.GREATER_OR_EQUAL;
            conditions.add(condition(count, operator, members, title));
            return true;
        }
        return results(members, count, scope, inner, conditions) && tests(members, type, scope, title, conditions);
    }

    private static Condition condition(
            Operand.MemberAggregate count, Operator operator, Syntax.Members members, Optional<Text> title) {
        return Condition.of(
                new Expression.Comparison(count, operator, ONE),
                members.source(),
                title,
                members.word().place());
    }

    /** The list that they are members of. */
    private Optional<Operand.FieldValue> list(Syntax.Members members, Syntax.Name written, FactType type, Scope scope) {
        Optional<FactType> owner = scope.fact(members.owner().text());
        if (owner.isEmpty()) {
            OperandBinder.unknownVariable(members.owner(), scope).addTo(faults);
            return Optional.empty();
        }
        Optional<Field> field = owner.get().field(members.list().text());
        List<String> lists = owner.get().fields().stream()
                .filter(one -> one.type() == ValueType.MEMBERS)
                .map(Field::name)
                .toList();
        if (field.isEmpty()) {
            if (scope.known().isWhole(owner.get().name())) {
                faults.add(
                        members.list().place(),
                        FaultCode.UNKNOWN_FIELD,
                        owner.get().name(),
                        members.list().text(),
                        Spelling.remedy(members.list().text(), lists));
            }
            return Optional.empty();
        }
        if (field.get().members().isEmpty()) {
            faults.add(
                    members.list().place(),
                    FaultCode.MEMBERS_NEEDED,
                    members.list().text(),
                    lists.isEmpty()
                            ? TEXTS.text("declareList", members.list().text(), type.name())
                            : TEXTS.text("listsOf", owner.get().name(), String.join(", ", lists)));
            return Optional.empty();
        }
        String wanted = field.get().members().get();
        if (!wanted.equals(type.name())) {
            faults.add(
                    written.place(),
                    FaultCode.MEMBERS_NEEDED,
                    type.name(),
                    TEXTS.text("membersOfType", members.list().text(), wanted));
            return Optional.empty();
        }
        return Optional.of(new Operand.FieldValue(owner.get(), field.get()));
    }

    /** The conditions on each member; empty if one of them has a fault. */
    private Optional<List<Condition>> inner(Syntax.Pattern pattern, FactType type, Scope inner) {
        OperandBinder operands = new OperandBinder(type, inner, faults);
        ExpressionBinder binder = new ExpressionBinder(operands, patterns, faults);
        List<Condition> conditions = new ArrayList<>();
        boolean whole = true;
        for (Syntax.Constraint constraint : pattern.constraints()) {
            try {
                if (constraint instanceof Syntax.Binding binding) {
                    whole &= bound(
                            binding.variable(),
                            inner.bind(binding.variable().text(), operands.fieldValue(binding.field())));
                } else if (constraint instanceof Syntax.Test test) {
                    Optional<Expression> expression = binder.bind(test.expression());
                    whole &= expression.isPresent() && canBeAsked(expression.get(), test.place());
                    expression.ifPresent(known ->
                            conditions.add(Condition.of(known, test.source(), Optional.empty(), test.place())));
                }
            } catch (SyntaxException fault) {
                whole = false;
                fault.addTo(faults);
            }
        }
        return whole ? Optional.of(conditions) : Optional.empty();
    }

    /** A number of members is not asked of a member, and a pattern has no plain words. */
    private boolean canBeAsked(Expression expression, Place place) {
        if (!expression.aggregates().isEmpty()) {
            faults.add(
                    place,
                    FaultCode.MEMBER_IN_MEMBER,
                    expression.aggregates().get(0).list().field().name());
            return false;
        }
        if (expression.hasPattern()) {
            faults.add(place, FaultCode.OPERATOR_REFUSED, TEXTS.text("matches"), TEXTS.text("noPatternOfMember"));
            return false;
        }
        return true;
    }

    /** Binds what the members come to; where it is a least or a greatest number, there must be one. */
    private boolean results(
            Syntax.Members members,
            Operand.MemberAggregate count,
            Scope scope,
            Scope inner,
            List<Condition> conditions) {
        boolean whole = true;
        boolean needsOne = false;
        for (Syntax.Members.Result result : members.results()) {
            Optional<Operand.MemberAggregate> aggregate = aggregate(result, count, inner);
            whole &= aggregate.isPresent();
            if (aggregate.isPresent()) {
                whole &= bound(result.variable(), scope.bind(result.variable().text(), aggregate.get()));
                needsOne |= aggregate.get().function() == Operand.MemberAggregate.Function.MIN
                        || aggregate.get().function() == Operand.MemberAggregate.Function.MAX;
            }
        }
        if (needsOne) {
            conditions.add(condition(count, Operator.GREATER_OR_EQUAL, members, Optional.empty()));
        }
        return whole;
    }

    private Optional<Operand.MemberAggregate> aggregate(
            Syntax.Members.Result result, Operand.MemberAggregate count, Scope inner) {
        String name = result.function().text();
        Optional<Operand.MemberAggregate.Function> function = Operand.MemberAggregate.Function.of(name);
        if (function.isEmpty()) {
            faults.add(result.function().place(), FaultCode.MEMBER_FUNCTION, name, Spelling.remedy(name, FUNCTIONS));
            return Optional.empty();
        }
        if (function.get() == Operand.MemberAggregate.Function.COUNT) {
            return Optional.of(count);
        }
        if (result.of().isEmpty()) {
            faults.add(result.function().place(), FaultCode.MEMBER_FUNCTION, name, TEXTS.text("numberOfMember", name));
            return Optional.empty();
        }
        Syntax.Name variable = result.of().get();
        Optional<Operand> of = inner.value(variable.text());
        if (of.isEmpty()) {
            OperandBinder.unknownVariable(variable, inner).addTo(faults);
            return Optional.empty();
        }
        if (of.get() instanceof Operand.FieldValue field
                && field.of().isMember()
                && field.type().isNumber()) {
            return Optional.of(new Operand.MemberAggregate(
                    count.list(), count.member(), count.conditions(), function.get(), Optional.of(field)));
        }
        faults.add(
                variable.place(),
                FaultCode.NUMBER_NEEDED,
                FieldTypes.described(of.get()),
                TEXTS.text("numberOfMember", name));
        return Optional.empty();
    }

    /** The conditions on what the members come to, which name variables alone. */
    private boolean tests(
            Syntax.Members members, FactType type, Scope scope, Optional<Text> title, List<Condition> conditions) {
        FactType nothing = new FactType(
                type.name(), type.folder(), type.kind(), type.title(), Optional.empty(), List.of(), type.place());
        ExpressionBinder binder = new ExpressionBinder(new OperandBinder(nothing, scope, faults), patterns, faults);
        boolean whole = true;
        for (Syntax.Test test : members.tests()) {
            Optional<Expression> expression = binder.bind(test.expression());
            whole &= expression.isPresent();
            expression.ifPresent(known -> conditions.add(Condition.of(known, test.source(), title, test.place())));
        }
        return whole;
    }

    private boolean bound(Syntax.Name variable, boolean free) {
        if (!free) {
            faults.add(variable.place(), FaultCode.DUPLICATE_VARIABLE, variable.text());
        }
        return free;
    }
}
