package io.subsidyrules.text;

import io.subsidyrules.json.JsonPart;
import io.subsidyrules.json.JsonParts;
import org.jspecify.annotations.Nullable;

/** A text in English and in Chinese. Safe for many threads. */
public final class Text {

    private final String en;
    private final String zh;

    /** Encoded when it is first written, by two threads at the same time perhaps: what they make is the same. */
    @Nullable
    private JsonPart jsonEn;

    @Nullable
    private JsonPart jsonZh;

    /** @throws IllegalArgumentException if it lacks a language */
    public Text(String en, String zh) {
        if (en.isBlank() || zh.isBlank()) {
            throw new IllegalArgumentException("The text (%s, %s) lacks a language.".formatted(en, zh));
        }
        this.en = en;
        this.zh = zh;
    }

    public String en() {
        return en;
    }

    public String zh() {
        return zh;
    }

    /** This text in the given language. */
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** This text in the given language as JSON: those of rules are in most answers, and are encoded once. */
    public JsonPart json(Language language) {
        return language == Language.ZH ? jsonZh() : jsonEn();
    }

    private JsonPart jsonEn() {
        JsonPart encoded = jsonEn;
        if (encoded == null) {
            encoded = JsonParts.string(en);
            jsonEn = encoded;
        }
        return encoded;
    }

    private JsonPart jsonZh() {
        JsonPart encoded = jsonZh;
        if (encoded == null) {
            encoded = JsonParts.string(zh);
            jsonZh = encoded;
        }
        return encoded;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Text text && text.en.equals(en) && text.zh.equals(zh);
    }

    @Override
    public int hashCode() {
        return 31 * en.hashCode() + zh.hashCode();
    }

    @Override
    public String toString() {
        return en + " / " + zh;
    }
}
