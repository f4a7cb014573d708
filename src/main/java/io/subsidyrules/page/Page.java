package io.subsidyrules.page;

import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A page of HTML: a template within the layout that all have. */
public final class Page {

    private static final Map<Language, Phrases> FRAME = frame();

    private Page() {}

    /**
     * The page in UTF-8.
     *
     * @param words the phrases of its template, in the language of the page
     */
    public static byte[] html(Template template, Layout layout, Phrases words, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("layout", layout);
        all.put("frame", Objects.requireNonNull(FRAME.get(words.language())).phrases());
        return template.filled(words, all).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<Language, Phrases> frame() {
        Map<Language, Phrases> frame = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            frame.put(language, Phrases.read(Page.class, "page", language));
        }
        return frame;
    }
}
