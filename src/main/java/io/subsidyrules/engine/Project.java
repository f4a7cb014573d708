package io.subsidyrules.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.subsidyrules.dialect.Field;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a claim is for, so that it is paid once: two claims with equal projects are for the same one. Values are equal
 * exactly, without trimming or case folding.
 *
 * @param type the name of the claim type
 * @param applicant the id of the applicant, where the keys of the type tell projects of one applicant apart; empty where
 *     they tell them apart whoever applies
 * @param keys the values of the key fields by the fields' names, at least one
 */
public record Project(String type, Optional<String> applicant, Map<String, Object> keys) {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    public Project {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("The project of the type %s has no keys.".formatted(type));
        }
        keys = Map.copyOf(keys);
    }

    /** Of a claim, for comparing it with claims of the same request; empty where a key is unknown or the type has none. */
    static Optional<Project> withinRequest(Fact claim) {
        Map<String, Object> values = new HashMap<>();
        for (Field key : claim.type().keys()) {
            Object value = claim.value(key);
            if (value == null) {
                return Optional.empty();
            }
            values.put(key.name(), value);
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Project(claim.type().name(), Optional.empty(), values));
    }

    Project of(String owner) {
        return new Project(type, Optional.of(owner), keys);
    }

    /**
     * The project as a text by which it can be found again: {@code
     * {"applicant":"91130100MA0ABCDE10","keys":{"standard":"Q/1","year":2023},"type":"StandardLeader"}}, without {@code
     * applicant} where there is none. It is canonical JSON (RFC 8785): members by name, no blanks, texts as they are with
     * the shortest escapes. Whole numbers and booleans are JSON's own; an amount is a string with two decimals, a date one
     * of the form 2023-05-01, a constant one with its name. So under one ruleset two projects have one text exactly where
     * they are equal, and the text stays the same under rulesets that declare the keys in another order.
     */
    public String text() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            if (applicant.isPresent()) {
                json.writeStringField("applicant", applicant.get());
            }
            json.writeObjectFieldStart("keys");
            for (Map.Entry<String, Object> key : new TreeMap<>(keys).entrySet()) {
                json.writeFieldName(key.getKey());
                // As a number, canonical JSON would write it in binary floating point.
                boolean amount = key.getValue() instanceof BigDecimal;
                AnswerWriter.value(json, amount ? Values.text(key.getValue()) : key.getValue());
            }
            json.writeEndObject();
            json.writeStringField("type", type);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
