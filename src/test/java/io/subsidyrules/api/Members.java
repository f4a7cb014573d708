package io.subsidyrules.api;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An object in JSON, whose members stand in the order in which they were added. */
record Members(Map<String, Object> values) {

    static final Members NONE = new Members(Map.of());

    private static final Pattern HALF_A_PAIR = Pattern.compile("\\p{Cs}");

    Members {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** With another member, or with another value of the one that has this name. */
    Members with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Members(more);
    }

    Members without(String name) {
        Map<String, Object> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new Members(fewer);
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(member -> "%s:%s".formatted(quoted(member.getKey()), json(member.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Members::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof CharSequence text ? quoted(text) : value.toString();
    }

    /** Half a surrogate pair is an escape, since no encoding has it. */
    private static String quoted(CharSequence text) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        return '"'
                + HALF_A_PAIR.matcher(escaped).replaceAll(half -> "\\\\u%04x"
                        .formatted((int) half.group().charAt(0)))
                + '"';
    }
}
