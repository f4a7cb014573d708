package io.subsidyrules.guide;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.subsidyrules.page.Resent;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.TextCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The entries of a form, by the names of its fields.
 *
 * @param values of all fields that were sent, empty ones too
 */
record Entries(Map<String, String> values) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Entries.class);

    /** Nothing was entered yet. */
    static final Entries NONE = new Entries(Map.of());

    private static final int MOST = 500;

    Entries {
        values = Map.copyOf(values);
    }

    /**
     * The entries that a browser sends.
     *
     * @throws LocalisedProblem if they cannot be read, or are more than any form has
     */
    static Entries read(byte[] body) {
        try {
            // What ends a query is a character like any other here.
            String text = new String(body, StandardCharsets.UTF_8).replace("#", "%23");
            Map<String, List<String>> sent =
                    new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST + 1, true).parameters();
            if (sent.values().stream().mapToInt(List::size).sum() > MOST) {
                throw LocalisedProblem.badRequest(TEXTS.text("tooManyFields", MOST));
            }
            Map<String, String> values = new TreeMap<>();
            sent.forEach((name, several) -> values.put(name, several.get(0)));
            return new Entries(values);
        } catch (IllegalArgumentException unreadable) {
            throw LocalisedProblem.badRequest(TEXTS.text("formUnreadable"));
        }
    }

    /** Whether a field was sent. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of a field; of one that was not sent, the other. */
    String value(String name, String otherwise) {
        return Objects.requireNonNull(values.getOrDefault(name, otherwise));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The same to be sent again, but for the button that was pressed. */
    List<Resent.Field> resent(String button) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals(button))
                        .map(field -> new Resent.Field(field.getKey(), field.getValue()))
                        .toList();
    }
}
