package io.subsidyrules.engine.change;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.rule.EvaluableItem;
import io.subsidyrules.engine.rule.EvaluableRule;
import io.subsidyrules.engine.rule.Requirements;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.values.TextSet;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.engine.values.ValueSets;
import io.subsidyrules.engine.values.ValueSolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the smallest sets of facts that would have to be otherwise for an item to hold: those with the fewest fields
 * first, then those that gain most. Each part of what a rule asks for is solved by itself; the solutions are put
 * together.
 */
public final class Changes {

    private static final int MOST = 3;

    /** More fields of one part than these are not tried; a condition of its own is a part of its own. */
    private static final int MOST_FIELDS_OF_A_PART = 4;

    /** Comparisons solved for one item; what takes more is given up. Single fields are tried in any case. */
    private static final int EFFORT = 20_000;

    private static final Comparator<Change> ORDER = Comparator.<Change, Integer>comparing(
                    change -> change.fields().size())
            .thenComparing(Change::gain, Comparator.reverseOrder())
            .thenComparing(change ->
                    change.fields().stream().filter(fact -> !fact.changeable()).count());

    private final EvaluableRule rule;
    private final Facts facts;
    private final TakenProjects taken;
    private final ChangeBuilder gain;
    private int effort;

    private Changes(EvaluableRule rule, Facts facts, TakenProjects taken, Status best) {
        this.rule = rule;
        this.facts = facts;
        this.taken = taken;
        this.gain = new ChangeBuilder(rule, facts, best);
    }

    /**
     * At most three sets, of which none contains another; none if no way was found.
     *
     * @param item one that does not hold
     * @param earlier the claims before this one in the request, which it must not come to repeat
     * @param best the best that the item can be while the claim is for the project that it is for
     */
    public static List<Change> of(EvaluableItem item, Facts facts, List<Fact> earlier, Status best) {
        List<Change> all = new ArrayList<>();
        TakenProjects taken = new TakenProjects(earlier);
        for (EvaluableRule rule : item.rules()) {
            all.addAll(new Changes(rule, facts, taken, best)
                    .find(EFFORT / item.rules().size()));
        }
        all.sort(ORDER);
        List<Change> smallest = new ArrayList<>();
        for (Change change : all) {
            if (smallest.size() < MOST
                    && smallest.stream().noneMatch(known -> change.pointers().containsAll(known.pointers()))) {
                smallest.add(change);
            }
        }
        return smallest;
    }

    /** @param most the effort for all parts, of which each has its share, so that none is left without */
    private List<Change> find(int most) {
        boolean known = isKnownAnyway();
        int share = known ? most / 2 : most;
        List<List<Choice>> options = new ArrayList<>(options(rule.goal(), share));
        if (known) {
            options(Requirements.ofConditions(rule.rule()), share).stream()
                    .filter(choices -> choices.stream().noneMatch(this::isOfAmount))
                    .forEach(options::add);
        }
        return options.stream()
                .filter(choices -> !gain.isDoubtful(choices))
                .map(this::change)
                .toList();
    }

    /** Whether the amount is known although a field of it is not, since it is the same whatever that is. */
    private boolean isKnownAnyway() {
        return rule.evaluableAmount()
                .filter(amount -> !amount.areKnown(facts) && amount.isKnown(facts))
                .isPresent();
    }

    /** Whether the amount can be another one, and then unknown, where the variable is otherwise. */
    private boolean isOfAmount(Choice choice) {
        return rule.evaluableAmount()
                .filter(amount -> choice.variable() instanceof Operand.AsOf
                        ? !amount.days().isEmpty()
                        : amount.reads().stream().anyMatch(choice.variable()::equals))
                .isPresent();
    }

    private List<List<Choice>> options(Requirements goal, int most) {
        List<Requirements.Part> parts =
                goal.parts().stream().filter(part -> !part.holds(facts)).toList();
        List<List<Choice>> options = List.of(List.of());
        for (Requirements.Part part : parts) {
            effort = most / parts.size();
            options = best(joined(options, solve(part)).stream()
                    .flatMap(joined -> taken.without(joined, facts.claim()).stream())
                    .toList());
        }
        return options;
    }

    /** The change with its fields in the order in which the rule reads them. */
    private Change change(List<Choice> choices) {
        return gain.change(choices.stream()
                .sorted(Comparator.comparing(choice -> rule.goal().variables().indexOf(choice.variable())))
                .toList());
    }

    private static List<List<Choice>> joined(List<List<Choice>> options, List<List<Choice>> more) {
        List<List<Choice>> joined = new ArrayList<>();
        for (List<Choice> one : options) {
            for (List<Choice> other : more) {
                List<Choice> both = new ArrayList<>(one);
                both.addAll(other);
                joined.add(both);
            }
        }
        return joined;
    }

    private List<List<Choice>> best(List<List<Choice>> options) {
        List<List<Choice>> sorted = new ArrayList<>(options);
        sorted.sort(Comparator.comparing(gain::change, ORDER));
        return sorted.subList(0, Math.min(MOST, sorted.size()));
    }

    /** The ways to make a part hold, of which none contains another. */
    private List<List<Choice>> solve(Requirements.Part part) {
        List<Operand> variables =
                part.variables().stream().filter(Changes::canBeOtherwise).toList();
        List<List<Choice>> found = new ArrayList<>();
        int most = Math.min(MOST_FIELDS_OF_A_PART, variables.size());
        for (int size = 1; size <= most && found.size() < MOST; size++) {
            for (List<Operand> chosen : new Subsets<>(variables, size)) {
                if (size > 1 && effort <= 0) {
                    break;
                }
                if (found.stream().noneMatch(known -> isWithin(known, chosen))) {
                    solve(TakenProjects.last(chosen), facts, part).ifPresent(found::add);
                }
            }
        }
        return best(found);
    }

    private static boolean isWithin(List<Choice> known, List<Operand> chosen) {
        return known.stream().allMatch(choice -> chosen.contains(choice.variable()));
    }

    /**
     * The caller's ids and codes that identify an applicant name what is claimed, and by whom; they are no facts of it.
     * Lists of members, and what these come to, are not solved for.
     */
    private static boolean canBeOtherwise(Operand variable) {
        boolean ofMembers = variable.type() == ValueType.MEMBERS || variable instanceof Operand.MemberAggregate;
        return !ofMembers && isFact(variable);
    }

    private static boolean isFact(Operand variable) {
        return !(variable instanceof Operand.FieldValue value)
                || !(value.field().creditCode()
                        || (value.of().isClaim() && value.field().name().equals("id")));
    }

    /** All variables but the last are tried with single values, for the last one all values are worked out. */
    private Optional<List<Choice>> solve(List<Operand> chosen, Facts tried, Requirements.Part part) {
        Operand variable = chosen.get(0);
        if (chosen.size() == 1) {
            ValueSet values = solution(variable, tried, part);
            return values.isEmpty() ? Optional.empty() : Optional.of(List.of(new Choice(variable, values)));
        }
        for (Object candidate : new Candidates(variable, tried, part).values()) {
            if (effort <= 0) {
                break;
            }
            if (candidate.equals(facts.value(variable))) {
                continue;
            }
            Optional<List<Choice>> rest =
                    solve(chosen.subList(1, chosen.size()), tried.with(variable, candidate), part);
            if (rest.isPresent()) {
                List<Choice> all = new ArrayList<>();
                all.add(new Choice(variable, only(variable, candidate)));
                all.addAll(rest.get());
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }

    private static ValueSet only(Operand variable, Object value) {
        return switch (variable.type()) {
            case CONSTANT, BOOLEAN -> new ValueSet.Choices(List.of(value));
            case INTEGER, DECIMAL, DATE -> NumberSet.of(Scale.of(variable), value);
            case TEXT -> TextSet.among(((Operand.FieldValue) variable).field(), Set.of((String) value), false);
            case MEMBERS -> throw new IllegalArgumentException("A list of members is not solved for.");
        };
    }

    private ValueSet solution(Operand variable, Facts tried, Requirements.Part part) {
        ValueSet values = ValueSets.all(variable);
        for (Expression expression : part.expressions()) {
            effort -= expression.solvingWeight();
            values = values.and(ValueSolver.of(expression, variable, tried));
        }
        return TakenProjects.isKey(variable)
                ? taken.without((Operand.FieldValue) variable, values, tried.claim())
                : values;
    }
}
