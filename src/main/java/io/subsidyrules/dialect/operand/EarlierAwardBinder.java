package io.subsidyrules.dialect.operand;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Binds conditions on earlier awards: {@code not Awards( item == "..." )}. */
public final class EarlierAwardBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(EarlierAwardBinder.class);
    private static final String NONE = "not";
    private static final String APPLICANT = "Applicant";
    private static final String ID = "id";

    private final String folder;
    private final Map<String, Policy> policies;
    private final Faults faults;

    /**
     * A binder for the rules of a policy.
     *
     * @param folder of the policy
     * @param policies all that could be read, by their folders
     */
    public EarlierAwardBinder(String folder, Map<String, Policy> policies, Faults faults) {
        this.folder = folder;
        this.policies = policies;
        this.faults = faults;
    }

    /**
     * The condition; empty, with its faults, where it is not whole.
     *
     * @param claim the type of the rule's claim, whose project may be asked for
     * @param title the sentence that the rule gives it
     */
    public Optional<Condition> bind(Syntax.Awards awards, Scope scope, Optional<FactType> claim, Optional<Text> title) {
        Optional<Operand.FieldValue> group = Optional.empty();
        List<Operand.FieldValue> by = id(scope);
        for (Syntax.AwardsPart part : awards.parts()) {
            if (part instanceof Syntax.Of of && of.whose() instanceof Syntax.Variable variable) {
                group = group(variable.name(), scope);
                if (group.isEmpty()) {
                    return Optional.empty();
                }
                by = List.of(group.get());
            } else if (part instanceof Syntax.Of) {
                by = keys(claim);
                if (by.isEmpty()) {
                    faults.add(part.place(), FaultCode.NO_PROJECT);
                    return Optional.empty();
                }
            }
        }
        Optional<AwardChoice> choice = new ChosenAwards(awards, folder, group, policies, faults).ofClauses();
        if (choice.isEmpty() || !policies.containsKey(folder)) {
            return Optional.empty();
        }
        boolean not = awards.quantifier().orElseThrow().text().equals(NONE);
        return Optional.of(Condition.of(
                new Expression.EarlierAward(choice.get(), by, what(choice.get()), not),
                awards.source(),
                title,
                awards.type().place()));
    }

    private static List<Operand.FieldValue> id(Scope scope) {
        return Stream.ofNullable(scope.known().types().get(APPLICANT))
                .flatMap(type -> type.field(ID).stream().map(field -> new Operand.FieldValue(type, field)))
                .toList();
    }

    private Optional<Operand.FieldValue> group(Syntax.Name variable, Scope scope) {
        Optional<Operand> value = scope.value(variable.text());
        if (value.isEmpty()) {
            OperandBinder.unknownVariable(variable, scope).addTo(faults);
            return Optional.empty();
        }
        if (value.get() instanceof Operand.FieldValue field
                && !field.of().isClaim()
                && !field.of().isMember()) {
            return Optional.of(field);
        }
        faults.add(variable.place(), FaultCode.GROUP_NOT_OF_APPLICANT, "$" + variable.text());
        return Optional.empty();
    }

    private static List<Operand.FieldValue> keys(Optional<FactType> claim) {
        return claim.stream()
                .flatMap(type -> type.keys().stream().map(key -> new Operand.FieldValue(type, key)))
                .toList();
    }

    /** The awards by the titles of their items, or by the numbers of their clauses or measures. */
    private Text what(AwardChoice choice) {
        List<Text> named = choice.by().stream()
                .filter(by -> by.member() != AwardChoice.Member.POLICY)
                .flatMap(by -> by.values().stream().map(value -> named(by.member(), value, choice)))
                .toList();
        List<Text> policies = choice.by().stream()
                .filter(by -> by.member() == AwardChoice.Member.POLICY)
                .flatMap(by -> by.values().stream())
                .flatMap(name -> Stream.ofNullable(this.policies.get(name)))
                .map(policy -> TEXTS.text("ofPolicy", policy.title()))
                .toList();
        return named.isEmpty() && policies.isEmpty()
                ? TEXTS.text("ofThisPolicy")
                : joined(named.isEmpty() ? policies : named);
    }

    private Text named(AwardChoice.Member member, String value, AwardChoice choice) {
        return switch (member) {
            case CLAUSE -> TEXTS.text("ofClause", value);
            case MEASURE -> TEXTS.text("ofMeasure", value);
            default -> TEXTS.text("ofItem", title(value, choice));
        };
    }

    private Text title(String id, AwardChoice choice) {
        return choice.items().stream()
                .filter(item -> item.id().equals(id))
                .flatMap(item -> Stream.ofNullable(policies.get(item.policy())))
                .flatMap(Policy::clauses)
                .flatMap(clause -> clause.items().stream())
                .filter(item -> item.id().equals(id))
                .map(item -> item.title())
                .findFirst()
                .orElse(new Text(id, id));
    }

    private static Text joined(List<Text> texts) {
        Text joined = texts.get(0);
        for (Text next : texts.subList(1, texts.size())) {
            joined = TEXTS.text("or", joined, next);
        }
        return joined;
    }
}
