package io.subsidyrules.text;

/** A language that the service answers in. */
public enum Language {
    EN("en"),
    ZH("zh-CN");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as in {@code Content-Language}. */
    public String tag() {
        return tag;
    }
}
