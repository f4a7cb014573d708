package io.subsidyrules.dialect.operand;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types that a field can be of, in words, and what they are called elsewhere. */
public final class FieldTypes {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FieldTypes.class);
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("money", "BigDecimal"),
            Map.entry("yuan", "BigDecimal"),
            Map.entry("amount", "BigDecimal"),
            Map.entry("currency", "BigDecimal"),
            Map.entry("decimal", "BigDecimal"),
            Map.entry("double", "BigDecimal"),
            Map.entry("float", "BigDecimal"),
            Map.entry("number", "BigDecimal"),
            Map.entry("金额", "BigDecimal"),
            Map.entry("元", "BigDecimal"),
            Map.entry("int", "Integer"),
            Map.entry("long", "Integer"),
            Map.entry("short", "Integer"),
            Map.entry("整数", "Integer"),
            Map.entry("bool", "Boolean"),
            Map.entry("是否", "Boolean"),
            Map.entry("date", "LocalDate"),
            Map.entry("datetime", "LocalDate"),
            Map.entry("localdatetime", "LocalDate"),
            Map.entry("日期", "LocalDate"),
            Map.entry("text", "String"),
            Map.entry("char", "String"),
            Map.entry("varchar", "String"),
            Map.entry("文字", "String"));
    private static final Text POSSIBLE = TEXTS.text("fieldTypes");

    private FieldTypes() {}

    /** The remedy for a type that is not known: what is probably meant, and what is possible. */
    public static Text remedy(String written, Collection<String> known) {
        Optional<String> meant = Optional.ofNullable(OTHER_NAMES.get(written.toLowerCase(Locale.ROOT)))
                .or(() -> Spelling.nearest(written, known));
        return meant.map(type -> TEXTS.text("maybeFieldType", type, POSSIBLE)).orElse(POSSIBLE);
    }

    /** The type of an operand as a rule file declares it. */
    public static String described(Operand operand) {
        return operand.type() == ValueType.CONSTANT
                ? enumOf(operand)
                : operand.type().declared();
    }

    /** The name of the enum of a constant, or of a field of constants; else empty. */
    public static String enumOf(Operand operand) {
        if (operand instanceof Operand.FieldValue value) {
            return value.field().constants().map(EnumType::name).orElse("");
        }
        return operand instanceof Operand.Literal literal && literal.value() instanceof Constant constant
                ? constant.enumName()
                : "";
    }
}
