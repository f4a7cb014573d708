package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Situations as facts of one rulebook, which names its fields and constants as others do, but need not have them all.
 *
 * @param claim the type of the claim; empty where items on the applicant alone are looked at
 */
public record Portrait(Vocabulary vocabulary, Optional<FactType> claim) {

    /** The day of the evaluation where none is assumed; nothing is evaluated on it. */
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    /** The situation as facts; empty where a constant is assumed that the rulebook lacks. */
    public Optional<Facts> of(Situation situation) {
        LocalDate day = (LocalDate) situation.value(new Variable.Day()).orElse(ANY_DAY);
        Optional<Fact> applicant = fact(vocabulary.applicant(), "/applicant", day, situation);
        Optional<Fact> subject =
                claim.isEmpty() ? applicant : claim.flatMap(type -> fact(type, "/claims/0", day, situation));
        if (applicant.isEmpty() || subject.isEmpty()) {
            return Optional.empty();
        }
        Facts facts = new Facts(applicant.get(), subject.get());
        situation.classes().forEach((variable, value) -> award(facts, variable, value));
        return Optional.of(facts);
    }

    private static void award(Facts facts, Variable variable, ValueClass assumed) {
        if (variable instanceof Variable.Award award && assumed.value().isPresent()) {
            AwardChoice choice = award.asked().choice();
            boolean ofProject = choice.scope() instanceof AwardChoice.OfProject;
            (ofProject ? facts.claim() : facts.applicant())
                    .award(choice, (Boolean) assumed.value().get());
        }
    }

    private Optional<Fact> fact(FactType type, String pointer, LocalDate day, Situation situation) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field ignored : type.fields()) {
            values.add(null);
        }
        for (Map.Entry<Variable, ValueClass> assumed : situation.classes().entrySet()) {
            Optional<Object> value = assumed.getValue().value();
            if (assumed.getKey() instanceof Variable.OfField of
                    && of.read().of().name().equals(type.name())
                    && value.isPresent()) {
                Optional<Field> field = type.field(of.read().field().name());
                Optional<Object> own = field.flatMap(one -> own(one, value.get(), pointer));
                if (field.isPresent() && own.isEmpty()) {
                    return Optional.empty();
                }
                field.ifPresent(one -> values.set(one.index(), own.get()));
            }
        }
        return Optional.of(new Fact(type, pointer, day, values));
    }

    /** The value as the rulebook has it; empty if it is a constant that it lacks. */
    private Optional<Object> own(Field field, Object value, String pointer) {
        if (value instanceof Constant constant) {
            return field.constants()
                    .flatMap(constants -> constants.constant(constant.name()))
                    .map(Object.class::cast);
        }
        return value instanceof List<?> members
                ? Optional.of(members(field, members, pointer + "/" + field.name()))
                : Optional.of(value);
    }

    @SuppressWarnings("unchecked")
    private List<Fact> members(Field list, List<?> members, String pointer) {
        FactType type = vocabulary.membersOf(list);
        List<Fact> facts = new ArrayList<>();
        for (Object member : members) {
            Map<String, Object> told = (Map<String, Object>) member;
            List<@Nullable Object> values = new ArrayList<>();
            String place = pointer + "/" + facts.size();
            type.fields()
                    .forEach(field -> values.add(Optional.ofNullable(told.get(field.name()))
                            .flatMap(value -> own(field, value, place))
                            .orElse(null)));
            facts.add(new Fact(type, place, LocalDate.EPOCH, values));
        }
        return facts;
    }
}
