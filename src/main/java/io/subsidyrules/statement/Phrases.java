package io.subsidyrules.statement;

import io.subsidyrules.engine.Words;
import io.subsidyrules.policy.Language;
import io.subsidyrules.policy.Text;
import io.subsidyrules.policy.Yuan;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The words of a statement that no rule file has, in one language. */
record Phrases(Language language, Properties phrases) {

    private static final Phrases EN = read(Language.EN, "statement_en.properties");
    private static final Phrases ZH = read(Language.ZH, "statement_zh.properties");

    static Phrases in(Language language) {
        return language == Language.ZH ? ZH : EN;
    }

    String say(String key, Object... details) {
        String phrase = phrases.getProperty(key);
        if (phrase == null) {
            throw new IllegalStateException("The statement has no phrase %s in %s.".formatted(key, language));
        }
        return details.length == 0 ? phrase : String.format(Locale.ROOT, phrase, details);
    }

    String say(Text text) {
        return text.in(language);
    }

    String list(List<String> words) {
        return String.join(say("comma"), words);
    }

    /** What an item or a question has at stake, which may be nothing that is counted in money. */
    String atStake(Yuan atStake) {
        return atStake.equals(Yuan.ZERO) ? say("noAmount") : Words.yuan(atStake, language);
    }

    /** The title of a field or a type as it stands at the beginning of a line. */
    String heading(String title) {
        int first = title.offsetByCodePoints(0, 1);
        return title.substring(0, first).toUpperCase(Locale.ROOT) + title.substring(first);
    }

    private static Phrases read(Language language, String name) {
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties phrases = new Properties();
            phrases.load(reader);
            return new Phrases(language, phrases);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
