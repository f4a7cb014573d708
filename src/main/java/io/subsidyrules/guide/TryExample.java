package io.subsidyrules.guide;

import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Field;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * The content of a form before anything is entered. Fields that the shipped vocabulary has get values that go together;
 * any other gets one of its kind.
 */
final class TryExample {

    static final String TYPE = "DesignPurchase";
    static final String AS_OF = "2023-05-01";

    private static final Map<String, String> KNOWN = Map.of(
            "id", "91130100MA0ABCDE10",
            "kind", "ENTERPRISE",
            "divisionCode", "130100",
            "industry", "MANUFACTURING",
            "size", "MEDIUM",
            "project", "Casing of the new valve",
            "approvedExpenses", "1234567.89");

    private TryExample() {}

    /** The value; empty for a fact that can be left open. */
    static String of(Field field) {
        String known = KNOWN.get(field.name());
        if (known != null && fits(field, known)) {
            return known;
        }
        return switch (field.type()) {
            case MEMBERS -> "";
            case TEXT -> field.pattern().isEmpty() && field.key() != Field.Key.NONE ? "A-1" : "";
            case INTEGER -> within(field, new BigDecimal(AS_OF.substring(0, 4)));
            case DECIMAL -> within(field, new BigDecimal("1000000.00"));
            case DATE -> field.place().file().startsWith("vocabulary") ? "" : "2023-03-15";
            case BOOLEAN -> field.place().file().startsWith("vocabulary") ? "" : "true";
            case CONSTANT ->
                field.constants()
                        .map(EnumType::constants)
                        .filter(constants -> !field.place().file().startsWith("vocabulary"))
                        .map(constants -> constants.get(0).name())
                        .orElse("");
        };
    }

    private static boolean fits(Field field, String known) {
        return field.constants()
                .map(type -> type.constants().stream()
                        .anyMatch(constant -> constant.name().equals(known)))
                .orElseGet(() ->
                        field.pattern().map(pattern -> pattern.matches(known)).orElse(true));
    }

    private static String within(Field field, BigDecimal value) {
        return Objects.requireNonNull(field.range()
                .map(range -> value.max(range.min()).min(range.max()))
                .orElse(value)
                .toPlainString());
    }
}
