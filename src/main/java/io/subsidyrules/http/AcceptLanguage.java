package io.subsidyrules.http;

import io.subsidyrules.policy.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language that an {@code Accept-Language} header asks for. */
public final class AcceptLanguage {

    private static final int LONGEST = 500;

    private AcceptLanguage() {}

    /** The first language of the header that the service has; English for anything else, unreadable headers included. */
    public static Language of(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return Language.EN;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> language(range.getRange()).stream())
                    .findFirst()
                    .orElse(Language.EN);
        } catch (IllegalArgumentException unreadable) {
            return Language.EN;
        }
    }

    private static List<Language> language(String range) {
        if (range.equals("zh") || range.equals("zh-cn") || range.startsWith("zh-hans")) {
            return List.of(Language.ZH);
        }
        return range.equals("*") || range.equals("en") || range.startsWith("en-") ? List.of(Language.EN) : List.of();
    }
}
