package io.subsidyrules.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON as the ledger has it: objects, arrays, texts, whole numbers and truth values. Amounts are texts: a number of RFC
 * 8785 is a double, which has no exact fen beyond a certain size.
 */
public final class Json {

    /** The most bytes that a line can have. An entry holds a request of at most 1 MiB and the result of it. */
    public static final int LONGEST = 64 << 20;

    /** The largest whole number that every reader of JSON has exactly. */
    static final long LARGEST = (1L << 53) - 1;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(LONGEST)
                    .build())
            .build();

    private Json() {}

    /**
     * The object that a text is.
     *
     * @throws IOException if it is not one object of the forms above, or a name is twice in an object
     */
    public static Map<String, Object> read(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is not a JSON object");
            }
            Map<String, Object> object = object(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more follows the JSON object");
            }
            return object;
        }
    }

    /**
     * The text by RFC 8785: names sorted, no spaces, one way to write each value. The service writes with this, since
     * the library takes four times as long for the texts of a decision; the verifier checks with the library.
     *
     * @throws IllegalArgumentException if a value is of another form than those above
     */
    static String canonical(Map<String, ?> object) {
        StringBuilder text = new StringBuilder();
        write(object, text);
        return text.toString();
    }

    /**
     * The same text, made by the library.
     *
     * @throws IllegalArgumentException if a value is of another form than those above
     */
    static String canonicalByLibrary(Map<String, ?> object) {
        StringWriter text = new StringWriter();
        try {
            try (JsonGenerator generator = FACTORY.createGenerator(text)) {
                write(object, generator);
            }
            return new JsonCanonicalizer(text.toString()).getEncodedString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * A copy that nobody can change, all whole numbers as Long and the names sorted.
     *
     * @throws IllegalArgumentException if a value is of another form than those above
     */
    static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new TreeMap<>();
            map.forEach((name, of) -> copy.put((String) name, copy(of)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::copy).toList();
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Long number && Math.abs(number) > LARGEST) {
            throw new IllegalArgumentException("The number (%s) is too large for JSON.".formatted(value));
        }
        if (!(value instanceof String || value instanceof Long || value instanceof Boolean)) {
            throw new IllegalArgumentException("The ledger has no values of the %s.".formatted(value.getClass()));
        }
        return value;
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> throw new IOException("a number is not whole");
            default -> throw new IOException("a value is null");
        };
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static Long whole(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER || Math.abs(parser.getLongValue()) > LARGEST) {
            throw new IOException("a number is too large");
        }
        return parser.getLongValue();
    }

    private static void write(Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> object) {
            char before = '{';
            for (Map.Entry<?, ?> member : new TreeMap<>(object).entrySet()) {
                text.append(before);
                quote((String) member.getKey(), text);
                text.append(':');
                write(member.getValue(), text);
                before = ',';
            }
            text.append(object.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> array) {
            char before = '[';
            for (Object element : array) {
                text.append(before);
                write(element, text);
                before = ',';
            }
            text.append(array.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) {
            quote(string, text);
        } else if (value instanceof Boolean || value instanceof Long) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("The ledger has no values of the %s.".formatted(value.getClass()));
        }
    }

    /** Quotes, backslashes and control characters are escaped, and nothing else is. */
    private static void quote(String string, StringBuilder text) {
        char[] chars = string.toCharArray();
        text.append('"');
        int from = 0;
        for (int i = 0; i < chars.length; i++) {
            char one = chars[i];
            if (one < ' ' || one == '"' || one == '\\') {
                text.append(chars, from, i - from).append(escape(one));
                from = i + 1;
            } else if (Character.isSurrogate(one)) {
                checkPair(one, i + 1 < chars.length ? chars[i + 1] : ' ');
                i++;
            }
        }
        text.append(chars, from, chars.length - from).append('"');
    }

    private static String escape(char one) {
        return switch (one) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u00" + HexFormat.of().toHexDigits((byte) one);
        };
    }

    private static void write(Object value, JsonGenerator generator) throws IOException {
        if (value instanceof Map<?, ?> object) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                String name = (String) member.getKey();
                checkSurrogates(name);
                generator.writeFieldName(name);
                write(member.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> array) {
            generator.writeStartArray();
            for (Object element : array) {
                write(element, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof String text) {
            checkSurrogates(text);
            generator.writeString(text);
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else {
            throw new IllegalArgumentException("The ledger has no values of the %s.".formatted(value.getClass()));
        }
    }

    private static void checkSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                checkPair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ');
                i++;
            }
        }
    }

    /** Half of a surrogate pair has no UTF-8, and so no hash. */
    private static void checkPair(char one, char next) {
        if (!Character.isSurrogatePair(one, next)) {
            throw new IllegalArgumentException("A text holds half of a surrogate pair.");
        }
    }
}
