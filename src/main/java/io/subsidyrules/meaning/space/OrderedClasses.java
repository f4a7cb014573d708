package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.engine.values.ValueSolver;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The classes of a number or a date: cut wherever a test becomes true or false. A test that compares it with another
 * variable is solved exactly for the value chosen of that one; where that one is still open, for each value at which a
 * class of it begins. So the order in which all limits lie on a line is the same throughout a class, and what is found
 * for one value of it, with the other variable in any of its classes, holds for all.
 */
final class OrderedClasses {

    private final Material material;
    private final Variable variable;
    private final Situation situation;
    private final Operand operand;
    private final Scale scale;
    /** The steps at which a class begins, whatever other variables are. */
    private SortedSet<BigInteger> fixed = new TreeSet<>();
    /** The steps at which one begins, given what was chosen of other variables. */
    private final SortedSet<BigInteger> moving = new TreeSet<>();

    private final List<RuleTest> relations = new ArrayList<>();
    private boolean isCompared;

    OrderedClasses(Material material, Variable variable, Operand operand, Situation situation) {
        this.material = material;
        this.variable = variable;
        this.operand = operand;
        this.situation = situation;
        this.scale = Scale.of(operand);
    }

    List<ValueClass> all() {
        material.reading(variable).forEach(this::add);
        addKinks();
        SortedSet<BigInteger> starts = new TreeSet<>(fixed);
        starts.addAll(moving);
        starts.add(scale.min());
        List<ValueClass> all = new ArrayList<>();
        BigInteger first = null;
        for (BigInteger next : starts) {
            if (first != null) {
                add(all, first, next.subtract(BigInteger.ONE));
            }
            first = next;
        }
        add(all, first == null ? scale.min() : first, scale.max());
        return all;
    }

    /**
     * The least and the greatest value of another variable that is still open. Where a limit of it would lie beyond
     * these, it has a class less; of two that are simply compared, and have the same range, that is so at the very end
     * only.
     */
    private List<Object> ends(RuleTest test, Variable open) {
        if (!open.isOrdered()) {
            return List.of();
        }
        Scale range = Scale.of(test.operand(open).orElseThrow());
        boolean plain = range.equals(scale)
                && test.expression() instanceof Expression.Comparison comparison
                && isPlain(comparison.left())
                && isPlain(comparison.right());
        return plain ? List.of() : List.of(range.value(range.min()), range.value(range.max()));
    }

    private static boolean isPlain(Operand operand) {
        return operand instanceof Operand.FieldValue || operand instanceof Operand.AsOf;
    }

    /** The values at which classes of another variable begin that is still open. */
    private List<Object> anchors(Variable open) {
        if (!(open instanceof Variable.OfField field)) {
            return new OrderedClasses(material, open, new Operand.AsOf(), situation).anchors();
        }
        return switch (field.read().type()) {
            case INTEGER, DECIMAL, DATE -> new OrderedClasses(material, open, field.read(), situation).anchors();
            case CONSTANT, BOOLEAN -> values(new ChoiceClasses(material, field).all());
            case TEXT -> values(new TextClasses(material, field, situation).all());
            case MEMBERS -> List.of();
        };
    }

    private static List<Object> values(List<ValueClass> classes) {
        return classes.stream().flatMap(one -> one.value().stream()).toList();
    }

    /** The values at which its classes begin, by the tests that read nothing else. */
    List<Object> anchors() {
        material.tests().stream()
                .filter(test -> test.reads(variable) && test.others(variable).isEmpty())
                .forEach(test -> cut(test, situation, fixed));
        addKinks();
        fixed.remove(scale.min());
        return fixed.stream().map(scale::value).toList();
    }

    private void add(RuleTest test) {
        List<Variable> others = test.others(variable);
        List<Variable> open = others.stream().filter(this::isOpen).toList();
        if (open.isEmpty()) {
            boolean moves = others.stream().anyMatch(Variable::isOrdered);
            if (moves) {
                relations.add(test);
            }
            cut(test, situation, moves ? moving : fixed);
            return;
        }
        isCompared |= open.stream().anyMatch(other -> other.isOrdered() && !situation.has(other));
        if (open.size() == 1 || !material.doubts().concern(variable)) {
            cutForAll(test, open);
        }
    }

    /** Whether a variable can still be anything: what is unknown can, and the engine asks whether anything would do. */
    private boolean isOpen(Variable other) {
        return !situation.has(other) || situation.isUnknown(other);
    }

    /** Cuts for each combination of the values at which the classes of open variables begin and end. */
    private void cutForAll(RuleTest test, List<Variable> open) {
        List<List<Object>> values = open.stream()
                .map(one -> Stream.concat(anchors(one).stream(), ends(test, one).stream())
                        .distinct()
                        .toList())
                .toList();
        long combinations = 1;
        for (List<Object> one : values) {
            combinations = Math.min(Material.MOST + 1L, combinations * one.size());
        }
        if (combinations > Material.MOST) {
            material.doubts().addCombined(open);
        }
        for (int i = 0; i < Math.min(Material.MOST, combinations); i++) {
            material.asked().run();
            cut(test, assumed(open, values, i), fixed);
        }
    }

    /** The combination of that number. */
    private Situation assumed(List<Variable> open, List<List<Object>> values, int number) {
        Situation assumed = situation;
        int left = number;
        for (int i = open.size() - 1; i >= 0; i--) {
            List<Object> all = values.get(i);
            assumed = assumed.with(open.get(i), new ValueClass.OneOf(List.of(all.get(left % all.size()))));
            left /= all.size();
        }
        return assumed;
    }

    private void addKinks() {
        for (Worked amount : material.amounts()) {
            Optional<Operand> read = amount.only(variable, situation);
            if (read.isPresent() && operand.type() != ValueType.DATE) {
                Optional<Facts> facts = amount.portrait().of(situation);
                facts.ifPresent(known -> fixed = Kinks.in(amount.amount(), read.get(), known, scale, fixed));
            }
        }
    }

    private void cut(RuleTest test, Situation assumed, SortedSet<BigInteger> starts) {
        test.portrait().of(assumed).ifPresent(facts -> {
            Operand read = test.operand(variable).orElseThrow();
            cut(ValueSolver.of(test.expression(), read, facts), starts);
            cut(ValueSolver.never(test.expression(), read, facts), starts);
        });
    }

    private void cut(ValueSet holds, SortedSet<BigInteger> starts) {
        for (NumberSet.Interval interval : ((NumberSet) holds).intervals()) {
            add(interval.from(), starts);
            add(interval.to().add(BigInteger.ONE), starts);
        }
    }

    private void add(BigInteger start, SortedSet<BigInteger> starts) {
        if (start.compareTo(scale.min()) > 0 && start.compareTo(scale.max()) <= 0) {
            starts.add(start);
        }
    }

    /** Where others are compared with it, a class is looked at within, so that none of theirs is empty by chance. */
    private void add(List<ValueClass> all, BigInteger first, BigInteger last) {
        Representative chosen = new Representative(scale, first, last);
        boolean moves = isMoving(first) || isMoving(last.add(BigInteger.ONE));
        if (isCompared && chosen.isNarrow() && !(moves && first.equals(last))) {
            if (moves) {
                material.doubts().addCompared(variable);
            }
            for (BigInteger step = first; step.compareTo(last) <= 0; step = step.add(BigInteger.ONE)) {
                all.add(new ValueClass.Steps(single(step), step, step, step));
            }
        } else if (isCompared && material.doubts().concern(variable)) {
            add(all, first, first, first);
            add(all, first.add(BigInteger.ONE), last.subtract(BigInteger.ONE), chosen.step());
            add(all, last, last, last);
        } else {
            all.add(new ValueClass.Steps(within(first, last, chosen.step()), first, last, chosen.step()));
        }
    }

    /** Whether a class begins there for the values chosen of other variables only. */
    private boolean isMoving(BigInteger start) {
        return moving.contains(start) && !fixed.contains(start);
    }

    private void add(List<ValueClass> all, BigInteger first, BigInteger last, BigInteger chosen) {
        all.add(new ValueClass.Steps(
                new ValueClass.Interval(scale, first, last, relations(chosen)), first, last, chosen));
    }

    private ValueClass.Interval single(BigInteger step) {
        return new ValueClass.Interval(scale, step, step, relations(step));
    }

    private ValueClass.Interval within(BigInteger first, BigInteger last, BigInteger chosen) {
        SortedSet<BigInteger> until = fixed.headSet(first.add(BigInteger.ONE));
        SortedSet<BigInteger> beyond = fixed.tailSet(last.add(BigInteger.ONE));
        return new ValueClass.Interval(
                scale,
                until.isEmpty() ? scale.min() : until.last(),
                beyond.isEmpty() ? scale.max() : beyond.first().subtract(BigInteger.ONE),
                relations(chosen));
    }

    private List<ValueClass.Relation> relations(BigInteger step) {
        List<ValueClass.Relation> said = new ArrayList<>();
        for (RuleTest test : relations) {
            test.portrait()
                    .of(situation)
                    .map(facts -> facts.with(test.operand(variable).orElseThrow(), scale.value(step)))
                    .map(facts -> facts.truth(test.expression()))
                    .filter(truth -> truth != Truth.UNKNOWN)
                    .map(truth -> test.relation(truth == Truth.TRUE))
                    .filter(relation -> !said.contains(relation))
                    .ifPresent(said::add);
        }
        return said;
    }
}
