package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The remedy for a second pattern on a claim. One on the type of the first is meant for the same claim; yet Drools, and
 * who knows it, would read it as another claim of that type.
 */
final class SecondClaim {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(SecondClaim.class);

    private SecondClaim() {}

    /**
     * Tells what to write.
     *
     * @param type of the pattern
     * @param first the type of the claim that the rule looks at already
     */
    static Text remedy(Syntax.RuleDeclare declare, Syntax.Pattern pattern, FactType type, String first) {
        if (!type.name().equals(first)) {
            return TEXTS.text("fieldOfOtherClaim");
        }
        boolean own = declare.patterns().stream()
                .takeWhile(other -> !other.equals(pattern))
                .anyMatch(other ->
                        other.members().isEmpty() && other.type().text().equals(first));
        Optional<Syntax.Name> parent = declare.parent();
        return own || parent.isEmpty()
                ? TEXTS.text("onePattern", first)
                : extended(pattern, type, parent.get().text());
    }

    /** Fields of the claim are bound where its pattern is, and compared by their variables. */
    private static Text extended(Syntax.Pattern pattern, FactType type, String parent) {
        List<String> bound = new ArrayList<>();
        String test = pattern.constraints().stream()
                .filter(Syntax.Test.class::isInstance)
                .map(constraint -> ((Syntax.Test) constraint).source())
                .findFirst()
                .orElse("");
        for (Field field : type.fields()) {
            String name = "(?<![\\w.$\"])" + field.name() + "(?![\\w(\"])";
            String compared = test.replaceAll(name, "\\$" + field.name());
            if (!compared.equals(test)) {
                bound.add("$%1$s : %1$s".formatted(field.name()));
                test = compared;
            }
        }
        return bound.isEmpty()
                ? TEXTS.text("bindInExtended", parent, type.name(), "$field : field", "$field == true")
                : TEXTS.text("bindInExtended", parent, type.name(), String.join(", ", bound), test);
    }
}
