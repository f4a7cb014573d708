package io.subsidyrules.statement;

import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.text.Language;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The phrases of statements, and the values of facts: an amount with its unit. */
final class StatementWords {

    private static final Map<Language, Phrases> PHRASES = read();

    private StatementWords() {}

    static Phrases in(Language language) {
        return Objects.requireNonNull(PHRASES.get(language));
    }

    /** A value of a field; a number with decimals is an amount in yuan. */
    static String value(Object value, Phrases phrases) {
        String plain = Formats.value(value, phrases.language());
        return value instanceof BigDecimal ? phrases.say("yuan", plain) : plain;
    }

    private static Map<Language, Phrases> read() {
        Map<Language, Phrases> phrases = new EnumMap<>(Language.class);
        Stream.of(Language.values())
                .forEach(language -> phrases.put(language, Phrases.read(StatementWords.class, "statement", language)));
        return phrases;
    }
}
