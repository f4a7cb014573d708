package io.subsidyrules.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** The sentences of faults: {@code CODE} says what is wrong, {@code CODE.remedy} what to do about it. */
final class FaultTexts {

    private static final Properties EN = read("faults_en.properties");
    private static final Properties ZH = read("faults_zh.properties");

    private FaultTexts() {}

    static Text sentence(FaultCode code, Object... details) {
        return text(code.name(), details);
    }

    static Text remedy(FaultCode code, Object... details) {
        return text(code.name() + ".remedy", details);
    }

    private static Text text(String key, Object... details) {
        return new Text(filled(EN, key, Language.EN, details), filled(ZH, key, Language.ZH, details));
    }

    private static String filled(Properties texts, String key, Language language, Object... details) {
        String template = texts.getProperty(key);
        if (template == null) {
            throw new IllegalStateException("The fault %s has no text in %s.".formatted(key, language));
        }
        Object[] localised = Stream.of(details)
                .map(detail -> detail instanceof Text text ? text.in(language) : detail)
                .toArray();
        return Excerpt.visible(String.format(Locale.ROOT, template, localised)).strip();
    }

    private static Properties read(String name) {
        try (InputStream in = Objects.requireNonNull(FaultTexts.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
