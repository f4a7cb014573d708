package io.subsidyrules.dialect.value;

import com.google.re2j.Pattern;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;
import java.util.stream.Stream;

/** A property that a text has or lacks. */
public sealed interface TextProperty {

    /** A case for each kind of property. A new kind does not compile until every reader has one. */
    interface Cases<T> {

        T affix(Affix affix);

        T form(Form form);
    }

    /** The case of this property's kind. */
    <T> T match(Cases<T> cases);

    /** Whether the text has it. */
    public boolean of(String text);

    /** An end of a text. */
    enum End {
        START("startsWith") {
            @Override
            boolean has(String text, String affix) {
                return text.startsWith(affix);
            }
        },
        END("endsWith") {
            @Override
            boolean has(String text, String affix) {
                return text.endsWith(affix);
            }
        };

        private static final TextCatalogue TEXTS = TextCatalogue.beside(TextProperty.class);

        private final String operator;

        /** @param operator as a rule file writes it: {@code str[startsWith]} */
        End(String operator) {
            this.operator = operator;
        }

        /** The end that an operator tests. */
        public static Optional<End> of(String operator) {
            return Stream.of(values())
                    .filter(end -> end.operator.equals(operator))
                    .findFirst();
        }

        /** The operator that tests it: {@code startsWith}. */
        public String operator() {
            return operator;
        }

        public Text title() {
            return TEXTS.text(name());
        }

        abstract boolean has(String text, String affix);
    }

    /** A text that has another at one of its ends. */
    record Affix(End end, String affix) implements TextProperty {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.affix(this);
        }

        @Override
        public boolean of(String text) {
            return end.has(text, affix);
        }
    }

    /** A text that matches a pattern as a whole, in linear time. */
    record Form(Pattern pattern) implements TextProperty {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.form(this);
        }

        @Override
        public boolean of(String text) {
            return pattern.matches(text);
        }
    }
}
