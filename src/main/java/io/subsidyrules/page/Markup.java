package io.subsidyrules.page;

import io.quarkus.qute.RawString;

/** HTML that a template puts in as it is. It may hold nothing of a request or of a rule file. */
public final class Markup {

    private Markup() {}

    /** The value of a template for HTML that this service has made of its own texts. */
    public static Object of(String html) {
        return new RawString(html);
    }
}
