package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reasons why one value of a class may not do for all of it. Classes are exact where each comparison of two numbers
 * or dates is the only one of its kind between them, and one of the two is compared with all others that hang together
 * with it: then it is chosen first, and the order of all limits of the others is the same throughout its class.
 */
final class Doubts {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Doubts.class);

    private final Set<Text> reasons = new LinkedHashSet<>();
    private final Map<Variable, Set<Variable>> neighbours = new HashMap<>();
    private final Map<Set<Variable>, List<PairShape>> shapes = new LinkedHashMap<>();
    private final Set<Variable> doubtful = new HashSet<>();

    private Doubts() {}

    static Doubts of(List<RuleTest> tests, List<Worked> amounts) {
        Doubts doubts = new Doubts();
        tests.forEach(doubts::add);
        doubts.shapes.forEach(doubts::check);
        doubts.neighbours.keySet().forEach(doubts::checkStar);
        if (amounts.stream().anyMatch(Worked::countsMembers)) {
            doubts.reasons.add(TEXTS.text("members"));
        }
        return doubts;
    }

    Set<Text> reasons() {
        return reasons;
    }

    boolean concern(Variable variable) {
        return doubtful.contains(variable);
    }

    /** So many others are compared with it, negated: what has most comes first. */
    int rank(Variable variable) {
        return -neighbours.getOrDefault(variable, Set.of()).size();
    }

    void addText(Variable.OfField text) {
        reasons.add(TEXTS.text("texts", text.title()));
    }

    /** There are too many combinations of the values of variables for all of them to be looked at. */
    void addCombined(List<Variable> variables) {
        reasons.add(TEXTS.text("combined", titles(variables)));
    }

    void addCompared(Variable number) {
        doubt(List.of(number));
    }

    private void add(RuleTest test) {
        if (test.countsMembers()) {
            reasons.add(TEXTS.text("members"));
        }
        List<Variable> ordered = outsideKeys(test);
        if (ordered.size() > 2) {
            doubt(ordered);
        } else if (ordered.size() == 2) {
            neighbours
                    .computeIfAbsent(ordered.get(0), first -> new LinkedHashSet<>())
                    .add(ordered.get(1));
            neighbours
                    .computeIfAbsent(ordered.get(1), first -> new LinkedHashSet<>())
                    .add(ordered.get(0));
            shapes.computeIfAbsent(new LinkedHashSet<>(ordered), first -> new ArrayList<>())
                    .add(PairShape.of(test));
        } else if (ordered.size() == 1 && readsTwice(test, ordered.get(0))) {
            doubt(ordered);
        }
        List<Variable> texts = test.operands().keySet().stream()
                .filter(one ->
                        one instanceof Variable.OfField field && field.read().type() == ValueType.TEXT)
                .toList();
        if (texts.size() > 1) {
            doubt(texts);
        }
    }

    /** Numbers and dates that only find the row of a table are no limits themselves: its rows are. */
    private static List<Variable> outsideKeys(RuleTest test) {
        Set<Variable> keys = new HashSet<>();
        ReadTables.of(test.expression())
                .forEach(lookup -> lookup.forEachField(field -> keys.add(new Variable.OfField(field))));
        ReadTables.of(test.expression()).stream()
                .flatMap(lookup -> lookup.keys().stream())
                .filter(key -> Variables.of(key).contains(new Operand.AsOf()))
                .forEach(key -> keys.add(new Variable.Day()));
        List<Variable> ordered = new ArrayList<>(test.ordered());
        if (ordered.size() - keys.stream().filter(ordered::contains).count() <= 1) {
            ordered.removeAll(keys);
        }
        return ordered;
    }

    private static boolean readsTwice(RuleTest test, Variable variable) {
        return test.expression() instanceof Expression.Comparison comparison
                && reads(comparison.left(), variable)
                && reads(comparison.right(), variable);
    }

    private static boolean reads(Operand operand, Variable variable) {
        return Variables.of(operand).stream()
                .anyMatch(one -> one instanceof Operand.FieldValue field
                        ? new Variable.OfField(field).equals(variable)
                        : one instanceof Operand.AsOf && variable instanceof Variable.Day);
    }

    private void check(Set<Variable> pair, List<PairShape> all) {
        for (PairShape one : all) {
            if (!all.stream().allMatch(one::agrees)) {
                doubt(List.copyOf(pair));
                return;
            }
        }
    }

    /** One of two that are compared must be compared with nothing else. */
    private void checkStar(Variable variable) {
        for (Variable other : neighbours.getOrDefault(variable, Set.of())) {
            boolean both = neighbours.getOrDefault(variable, Set.of()).size() > 1
                    && neighbours.getOrDefault(other, Set.of()).size() > 1;
            if (both) {
                doubt(List.of(variable, other));
            }
        }
    }

    private void doubt(List<Variable> variables) {
        doubtful.addAll(variables);
        reasons.add(TEXTS.text("compared", titles(variables)));
    }

    private static Text titles(List<Variable> variables) {
        return variables.stream()
                .map(Variable::title)
                .distinct()
                .reduce((one, other) -> TEXTS.text("and", one, other))
                .orElseThrow();
    }
}
