package io.subsidyrules.dialect.operand;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;

/** Two names with a point between them that are no constant: a field with its type. */
final class FieldOfAnother {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FieldOfAnother.class);

    private FieldOfAnother() {}

    /**
     * Throws the fault of a field that is written with its type.
     *
     * @param on the type in whose brackets it is written
     */
    static void check(Syntax.EnumConstant written, FactType on, VisibleTypes known) {
        String first = written.type().text();
        String second = written.constant().text();
        String shown = first + "." + second;
        owner(first, known).filter(type -> type.field(second).isPresent()).ifPresent(type -> {
            Text remedy = type.equals(on)
                    ? TEXTS.text("fieldAlone", second)
                    : TEXTS.text("patternOfField", pattern(type, second), type.name(), second);
            throw new SyntaxException(written.type().place(), FaultCode.FIELD_OF_ANOTHER, shown, remedy);
        });
    }

    /** The type of that name, in whatever case. */
    private static Optional<FactType> owner(String name, VisibleTypes known) {
        return Optional.ofNullable(known.types().get(name))
                .or(() -> Spelling.nearest(name, known.types().keySet())
                        .filter(name::equalsIgnoreCase)
                        .map(known.types()::get));
    }

    /** The field in the brackets of its type, with a comparison of its kind. */
    private static String pattern(FactType type, String name) {
        String compared = type.field(name)
                .map(field -> switch (field.type()) {
                    case BOOLEAN -> name + " == true";
                    case CONSTANT ->
                        "%s == %s"
                                .formatted(
                                        name,
                                        field.constants()
                                                .orElseThrow()
                                                .constants()
                                                .get(0));
                    case TEXT -> name + " == \"...\"";
                    case INTEGER, DECIMAL -> name + " >= 10";
                    case DATE -> name + " <= asOf";
                    case MEMBERS -> name;
                })
                .orElse(name);
        return "%s( %s )".formatted(type.name(), compared);
    }
}
