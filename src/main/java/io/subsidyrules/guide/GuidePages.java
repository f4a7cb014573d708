package io.subsidyrules.guide;

import io.subsidyrules.page.Page;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.page.Template;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.text.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The templates and phrases of the guide's pages. */
enum GuidePages {
    HOME("home"),
    FORM("try"),
    PROBLEMS("problems"),
    PROBLEM("problem"),
    DOCUMENT("document");

    private static final Map<Language, Phrases> WORDS = words();

    private final Template template;
    private final String name;

    GuidePages(String name) {
        this.name = name;
        this.template = Template.html(GuidePages.class, name + ".html");
    }

    /** The page, with the title that the phrases have for it. */
    byte[] html(Asked asked, Map<String, Object> values) {
        return html(asked, words(asked.language()).say(name + ".title"), values);
    }

    byte[] html(Asked asked, String title, Map<String, Object> values) {
        return Page.html(template, asked.layout(title), words(asked.language()), values);
    }

    static Phrases words(Language language) {
        return Objects.requireNonNull(WORDS.get(language));
    }

    private static Map<Language, Phrases> words() {
        Map<Language, Phrases> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, Phrases.read(GuidePages.class, "guide", language));
        }
        return words;
    }
}
