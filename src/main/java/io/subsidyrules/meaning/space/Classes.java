package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes of all variables that some rules read, of one rulebook or of two. Used by one thread.
 */
public final class Classes {

    private final Material material;
    private final Set<Variable> variables = new LinkedHashSet<>();
    /** Those of variables that hang on no others. */
    private final Map<Variable, List<ValueClass>> independent = new HashMap<>();

    private Classes(List<Portrait> portraits, List<? extends Collection<Rule>> rules, Runnable asked) {
        List<RuleTest> tests = new ArrayList<>();
        List<Worked> amounts = new ArrayList<>();
        variables.add(new Variable.Day());
        for (int i = 0; i < portraits.size(); i++) {
            Portrait portrait = portraits.get(i);
            RuleTests found = RuleTests.of(rules.get(i));
            found.tests().stream().map(test -> RuleTest.of(test, portrait)).forEach(tests::add);
            for (Rule rule : rules.get(i)) {
                rule.amount().map(amount -> new Worked(amount, portrait)).ifPresent(amounts::add);
                rule.conditions().forEach(condition -> condition.reads().forEach(this::addVariable));
                rule.amount().ifPresent(amount -> amount.reads().forEach(this::addVariable));
            }
            found.awards().forEach(award -> variables.add(new Variable.Award(award)));
        }
        tests.forEach(test -> variables.addAll(test.operands().keySet()));
        this.material = new Material(portraits, tests, amounts, Doubts.of(tests, amounts), asked);
    }

    /**
     * The classes by which rules can be told apart.
     *
     * @param portraits one for each rulebook
     * @param rules those of each rulebook, in the same order
     * @param asked runs from time to time while classes are made, and throws to give up
     */
    public static Classes of(List<Portrait> portraits, List<? extends Collection<Rule>> rules, Runnable asked) {
        return new Classes(portraits, rules, asked);
    }

    private void addVariable(Operand.FieldValue field) {
        variables.add(new Variable.OfField(field));
    }

    /** All variables that the rules read, the day of the evaluation among them. */
    public Set<Variable> variables() {
        return variables;
    }

    /** The reasons why a difference could be missed; none where all classes are exact. */
    public Set<Text> doubts() {
        return material.doubts().reasons();
    }

    /** The numbers and dates that are compared with most others first: theirs are the limits of the others' classes. */
    public int rank(Variable variable) {
        return material.doubts().rank(variable);
    }

    /** The classes of a variable, given what was chosen of others; that it is unknown comes last. */
    public List<ValueClass> of(Variable variable, Situation situation) {
        if (variable instanceof Variable.Award) {
            return List.of(
                    new ValueClass.OneOf(List.of(true)),
                    new ValueClass.OneOf(List.of(false)),
                    new ValueClass.Unknown());
        }
        List<ValueClass> all = new ArrayList<>(known(variable, situation));
        if (variable instanceof Variable.OfField field && field.mayLack()) {
            all.add(new ValueClass.Unknown());
        }
        return all;
    }

    private List<ValueClass> known(Variable variable, Situation situation) {
        if (!hangsOnOthers(variable)) {
            List<ValueClass> before = independent.get(variable);
            if (before != null) {
                return before;
            }
            List<ValueClass> all = cut(variable, Situation.EMPTY);
            independent.put(variable, all);
            return all;
        }
        return cut(variable, situation);
    }

    /** Whether its classes are others where other variables have other values. */
    private boolean hangsOnOthers(Variable variable) {
        return comparedWith(variable).findAny().isPresent()
                || material.amounts().stream().anyMatch(amount -> amount.isWorkedOutFromOthersToo(variable))
                || (variable instanceof Variable.OfField field && field.isList());
    }

    private List<ValueClass> cut(Variable variable, Situation situation) {
        if (!(variable instanceof Variable.OfField field)) {
            return new OrderedClasses(material, variable, new Operand.AsOf(), situation).all();
        }
        return switch (field.read().type()) {
            case INTEGER, DECIMAL, DATE -> new OrderedClasses(material, variable, field.read(), situation).all();
            case CONSTANT, BOOLEAN -> new ChoiceClasses(material, field).all();
            case TEXT -> {
                TextClasses texts = new TextClasses(material, field, situation);
                List<ValueClass> all = texts.all();
                if (texts.isDoubtful()) {
                    material.doubts().addText(field);
                }
                yield all;
            }
            case MEMBERS -> new MemberClasses(material, field, situation).all();
        };
    }

    /** The variables that hang together with one by a test. */
    private Stream<Variable> comparedWith(Variable variable) {
        return material.reading(variable).flatMap(test -> test.others(variable).stream());
    }
}
