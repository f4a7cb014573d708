package io.subsidyrules.page;

import io.subsidyrules.text.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The stylesheet of all pages and letters, which each of them carries, and the policy under which a browser shows them.
 */
public final class Style {

    static final String CSS = Resource.text(Style.class, "page.css");

    private static final String POLICY =
            "default-src 'none'; style-src '%s'; base-uri 'none'; form-action %s; frame-ancestors 'none'";

    private Style() {}

    /**
     * The {@code Content-Security-Policy} of a document that only is to be read: nothing is loaded, nothing runs or is
     * sent.
     */
    public static String contentSecurityPolicy() {
        return POLICY.formatted(source(), "'none'");
    }

    /** The same of a page with a form, which is sent to this service alone. */
    public static String contentSecurityPolicyOfForms() {
        return POLICY.formatted(source(), "'self'");
    }

    /** The source expression that allows the style. */
    private static String source() {
        return "sha256-" + Base64.getEncoder().encodeToString(Digest.of(CSS.getBytes(StandardCharsets.UTF_8)));
    }
}
