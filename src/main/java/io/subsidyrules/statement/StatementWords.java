package io.subsidyrules.statement;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
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

    /**
     * A value of a field; an amount of money has its currency, another number its unit.
     *
     * @param currency of the amounts of its owner
     */
    static String value(Field field, Object value, Currency currency, Phrases phrases) {
        String plain = Formats.value(field, value, phrases.language());
        return field.isMoney() ? currency.amount(plain, phrases.language()) : plain;
    }

    /** A value of no field: the date of the evaluation, or a number of the rules. */
    static String value(Object value, Phrases phrases) {
        return Formats.value(value, phrases.language());
    }

    private static Map<Language, Phrases> read() {
        Map<Language, Phrases> phrases = new EnumMap<>(Language.class);
        Stream.of(Language.values())
                .forEach(language -> phrases.put(language, Phrases.read(StatementWords.class, "statement", language)));
        return phrases;
    }
}
