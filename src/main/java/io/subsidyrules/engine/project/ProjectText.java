package io.subsidyrules.engine.project;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.subsidyrules.engine.fact.Values;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes projects as canonical JSON (RFC 8785), and reads them again. */
public final class ProjectText {

    private static final String APPLICANT = "applicant";
    private static final String KEYS = "keys";
    private static final String TYPE = "type";

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private ProjectText() {}

    /**
     * The project as a text by which it can be found again: {@code
     * {"applicant":"91130100MA0ABCDE10","keys":{"standard":"Q/1","year":2023},"type":"StandardLeader"}}, without {@code
     * applicant} if there is none. It is canonical JSON (RFC 8785): members by name, no blanks, texts as they are with
     * the shortest escapes. Whole numbers and booleans are JSON's own; an amount is a string with two decimals, a date
     * one of the form 2023-05-01, a constant one with its name. So under one ruleset two projects have one text exactly
     * where they are equal, and the text stays the same under rulesets that declare the keys in another order.
     */
    public static String of(Project project) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            if (project.applicant().isPresent()) {
                json.writeStringField(APPLICANT, project.applicant().get());
            }
            json.writeFieldName(KEYS);
            writeKeys(project.keys(), json);
            json.writeStringField(TYPE, project.type());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /**
     * The canonical forms of the values of key fields as a text, which is the same however they are written: {@code
     * {"standard":"q/1","year":2023}}.
     */
    public static String ofKeys(Map<String, Object> keys) {
        Map<String, Object> canonical = new HashMap<>();
        keys.forEach((name, value) -> canonical.put(name, Values.canonical(value)));
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            writeKeys(canonical, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static void writeKeys(Map<String, Object> keys, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Object> key : new TreeMap<>(keys).entrySet()) {
            json.writeFieldName(key.getKey());
            write(json, key.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else {
            // As a number, canonical JSON would write an amount in binary floating point.
            json.writeString(Values.text(value));
        }
    }

    /**
     * The values of a text, as {@link #ofKeys} gives it: texts, whole numbers and truth values.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Map<String, Object> readKeys(String text) {
        Map<String, Object> keys = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            readKeys(json, keys);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The keys cannot be read.", unreadable);
        }
        return keys;
    }

    /**
     * The project of a text, as {@link #of} gives it.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Project read(String text) {
        try {
            return parsed(text);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The project cannot be read.", unreadable);
        }
    }

    private static Project parsed(String text) throws IOException {
        String type = "";
        Optional<String> applicant = Optional.empty();
        Map<String, Object> keys = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                switch (name) {
                    case APPLICANT -> applicant = Optional.of(json.getText());
                    case TYPE -> type = json.getText();
                    default -> readKeys(json, keys);
                }
            }
        }
        return new Project(type, applicant, keys);
    }

    private static void readKeys(JsonParser json, Map<String, Object> keys) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            keys.put(name, value(json));
        }
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT -> json.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> text(json.getValueAsString());
        };
    }

    private static Object text(@Nullable String value) throws IOException {
        if (value == null) {
            throw new IOException("A key of the project has no value.");
        }
        return value;
    }
}
