package io.subsidyrules.text;

/** A text in English and in Chinese. */
public record Text(String en, String zh) {

    public Text {
        if (en.isBlank() || zh.isBlank()) {
            throw new IllegalArgumentException("The text (%s, %s) lacks a language.".formatted(en, zh));
        }
    }

    /** This text in the given language. */
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
