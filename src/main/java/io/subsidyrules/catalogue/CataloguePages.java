package io.subsidyrules.catalogue;

import io.subsidyrules.page.Page;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.page.Template;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.text.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The templates and phrases of the catalogue's pages. */
enum CataloguePages {
    POLICIES("policies"),
    POLICY("policy"),
    MEASURE("measure"),
    CLAIM_TYPES("claim-types"),
    FACT_TYPE("fact-type");

    private static final Map<Language, Phrases> WORDS = words();

    private final Template template;

    CataloguePages(String name) {
        this.template = Template.html(CataloguePages.class, name + ".html");
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
            words.put(language, Phrases.read(CataloguePages.class, "catalogue", language));
        }
        return words;
    }
}
