package io.subsidyrules.mutation.killer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The request of a scenario, as a scenario file writes it. */
final class AskedText {

    /** The name of a constant or a type, a date and a pointer need no quotes. */
    private static final Pattern PLAIN = Pattern.compile("(?i)(?!(?:yes|no|on|off|true|false|null|y|n)$)"
            + "(?:[a-z/][a-z0-9_/]*(?:-[a-z0-9_/]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2})");

    private static final Pattern PLAIN_SENTENCE =
            Pattern.compile("(?![Yy]es$|[Nn]o$)\\p{L}[\\p{L}0-9 ,.;()/，。；（）、“”-]*(?<! )");

    private AskedText() {}

    /**
     * The entry of a scenario file, not yet in its layout.
     *
     * @param expected the lines of what it expects
     */
    static String of(String name, Asked asked, String expected) {
        StringBuilder entry = new StringBuilder("- name: " + name(name) + "\n");
        asked.members().forEach((member, value) -> entry.append("  %s: %s\n".formatted(member, value(value))));
        return entry.append("  expect:\n").append(expected.indent(4)).toString();
    }

    /** The name of a scenario as it is written. */
    static String name(String name) {
        return PLAIN_SENTENCE.matcher(name).matches() ? name : quoted(name);
    }

    /** A value in one line, lists and maps in brackets. */
    static String value(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((name, one) -> members.add(key(name.toString()) + ": " + value(one)));
            return members.isEmpty() ? "{}" : "{ " + String.join(", ", members) + " }";
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "[]"
                    : "[ "
                            + String.join(
                                    ", ", list.stream().map(AskedText::value).toList()) + " ]";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = value.toString();
        return value instanceof String && !PLAIN.matcher(text).matches() ? quoted(text) : text;
    }

    /** The name of a member. */
    static String key(String name) {
        return PLAIN.matcher(name).matches() ? name : quoted(name);
    }

    /** In double quotes, in which YAML has the escapes of JSON. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (Character.isISOControl(character) || Character.getType(character) == Character.FORMAT) {
                quoted.append("\\u%04x".formatted(character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }
}
