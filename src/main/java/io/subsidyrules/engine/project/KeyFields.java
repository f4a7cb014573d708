package io.subsidyrules.engine.project;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that distinguish the projects of a claim type. Under rulesets that have equal keys of a type, a project
 * has the same {@link Project#text}.
 *
 * @param type the name of the claim type
 * @param keys the key fields by name, each with the form that its values have in the project's text, after {@code
 *     applicant} where they tell projects of one applicant apart: {@code applicant, standard text, year integer};
 *     {@code -} where the type tells no projects apart
 */
public record KeyFields(String type, String keys) {

    private static final String NONE = "-";

    public static KeyFields of(FactType claim, FactType applicant) {
        if (claim.keys().isEmpty()
                || (ClaimedProject.isOfApplicant(claim)
                        && ClaimedProject.id(applicant).isEmpty())) {
            return new KeyFields(claim.name(), NONE);
        }
        Stream<String> fields = claim.keys().stream()
                .sorted(Comparator.comparing(Field::name))
                .map(field -> field.name() + " " + form(field));
        return new KeyFields(
                claim.name(),
                Stream.concat(ClaimedProject.isOfApplicant(claim) ? Stream.of("applicant") : Stream.of(), fields)
                        .collect(Collectors.joining(", ")));
    }

    private static String form(Field field) {
        return switch (field.type()) {
            case MEMBERS ->
                throw new IllegalArgumentException("A list of members is no key: %s.".formatted(field.name()));
            case TEXT, CONSTANT -> "text";
            case INTEGER -> "integer";
            case DECIMAL -> field.isMoney() ? "amount" : "number of " + field.decimals() + " decimals";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
        };
    }
}
