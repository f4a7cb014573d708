package io.subsidyrules.http;

import java.util.List;
import java.util.regex.Pattern;

/** The one media type that bodies have: JSON in UTF-8. */
public final class JsonType {

    /** Its name. */
    public static final String NAME = "application/json";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** A parameter other than the charset is not looked at; an empty one is let pass. */
    private static final Pattern JSON =
            Pattern.compile("(?i)application/json(\\s*+;\\s*+(charset=(utf-8|\"utf-8\")|(?!charset=)" + TOKEN + "=("
                    + TOKEN + "|\"[^\"\\\\]*\"))?+)*+\\s*+");

    private static final int LONGEST = 500;

    private JsonType() {}

    /** Whether the {@code Content-Type} headers of a request are one, and say that its body is JSON in UTF-8. */
    public static boolean isSaidBy(List<String> headers) {
        return headers.size() == 1 && isJson(headers.get(0));
    }

    private static boolean isJson(String type) {
        return type.equals(NAME)
                || (type.length() <= LONGEST && JSON.matcher(type).matches());
    }
}
