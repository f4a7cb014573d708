package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.syntax.AnnotationNames;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The date whose day decides which rules are in force, by {@code @decides} on a rule or on the type of its claim. */
final class DecidingDay {

    /** The name of the day of the evaluation, which a rule can set against that of its claim's type. */
    private static final String AS_OF = "asOf";

    private DecidingDay() {}

    /** The date that a rule itself names. */
    static Optional<Syntax.Name> named(Syntax.RuleDeclare declare) {
        return named(declare.annotations());
    }

    /** The date that annotations name. */
    static Optional<Syntax.Name> named(List<Syntax.Annotation> annotations) {
        return annotations.stream()
                .filter(annotation -> annotation.name().text().equals(AnnotationNames.DECIDES))
                .flatMap(annotation -> annotation.argument().stream())
                .findFirst();
    }

    /** The field of that name, if it is a date; a fault where the type has no such date. */
    static Optional<Field> field(Syntax.Name name, List<Field> fields, String type, Faults faults) {
        Optional<Field> found = fields.stream()
                .filter(field -> field.name().equals(name.text()) && field.type() == ValueType.DATE)
                .findFirst();
        if (found.isEmpty() && !name.text().equals(AS_OF)) {
            faults.add(
                    name.place(),
                    FaultCode.NO_DECIDING_DAY,
                    name.text(),
                    type,
                    Spelling.remedy(
                            name.text(),
                            fields.stream()
                                    .filter(field -> field.type() == ValueType.DATE)
                                    .map(Field::name)
                                    .toList()));
        }
        return found;
    }

    /**
     * The field of the claim, or else of the applicant, that decides for a rule; empty if the day of the evaluation
     * does.
     *
     * @param named by the rule, or by one that it extends
     */
    static Optional<Operand.FieldValue> of(
            Optional<Syntax.Name> named, Optional<FactType> claim, FactType applicant, Faults faults) {
        List<FactType> types =
                Stream.concat(claim.stream(), Stream.of(applicant)).toList();
        if (named.isEmpty()) {
            FactType type = types.get(0);
            return type.decides().flatMap(type::field).map(field -> new Operand.FieldValue(type, field));
        }
        Optional<Operand.FieldValue> found = types.stream()
                .flatMap(type -> type.field(named.get().text()).stream()
                        .filter(field -> field.type() == ValueType.DATE)
                        .map(field -> new Operand.FieldValue(type, field)))
                .findFirst();
        if (found.isEmpty()) {
            List<Field> fields =
                    types.stream().flatMap(type -> type.fields().stream()).toList();
            field(named.get(), fields, claim.orElse(applicant).name(), faults);
        }
        return found;
    }
}
