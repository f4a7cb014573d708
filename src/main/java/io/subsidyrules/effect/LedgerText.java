package io.subsidyrules.effect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.policy.Yuan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** Reads what records say of earlier awards. */
final class LedgerText {

    /** The most bytes that the awards of an entry have. */
    private static final int LONGEST = 32 << 20;

    private static final JsonFactory FACTORY = new JsonFactory();

    private LedgerText() {}

    /**
     * The awards that stood for the projects of claims, of an array at which the parser is.
     *
     * @throws IOException if they are not as the service writes them
     */
    static Map<Integer, EarlierAward> awards(JsonParser parser) throws IOException {
        Map<Integer, EarlierAward> awards = new HashMap<>();
        for (Map<String, Object> award : objects(parser)) {
            try {
                EarlierAward read = new EarlierAward(
                        text("decision", award),
                        number("earlierClaim", award),
                        Boolean.TRUE.equals(award.get("sameApplicant")),
                        Boolean.TRUE.equals(award.get("lookAlike")));
                awards.put(number("claim", award), read);
            } catch (IllegalArgumentException none) {
                throw new IOException("no earlier award", none);
            }
        }
        return awards;
    }

    /**
     * The awards that limits counted, of the compressed text of an entry.
     *
     * @throws IOException if they are not as the service writes them
     */
    static List<CountedAward> counted(String compressed) throws IOException {
        byte[] stream;
        try {
            stream = Base64.getDecoder().decode(compressed);
        } catch (IllegalArgumentException none) {
            throw new IOException("not base64", none);
        }
        try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(stream))) {
            byte[] text = inflated.readNBytes(LONGEST + 1);
            if (text.length > LONGEST) {
                throw new IOException("too long");
            }
            try (JsonParser parser = FACTORY.createParser(text)) {
                parser.nextToken();
                List<CountedAward> counted = new ArrayList<>();
                for (Map<String, Object> award : objects(parser)) {
                    counted.add(counted(award));
                }
                return counted;
            }
        }
    }

    private static CountedAward counted(Map<String, Object> award) throws IOException {
        try {
            return new CountedAward(
                    text("decision", award),
                    number("claim", award),
                    LocalDate.parse(text("asOf", award)),
                    text("policy", award),
                    text("item", award),
                    text("type", award),
                    values("keys", award),
                    award.containsKey("applicant") ? Optional.of(text("applicant", award)) : Optional.empty(),
                    values("groups", award),
                    Yuan.of(text("amount", award)));
        } catch (DateTimeException | IllegalArgumentException none) {
            throw new IOException("no counted award", none);
        }
    }

    private static List<Map<String, Object>> objects(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new IOException("no array");
        }
        List<Map<String, Object>> objects = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            objects.add(object(parser));
        }
        return objects;
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("no object");
        }
        Map<String, Object> members = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            members.put(
                    name,
                    switch (value) {
                        case START_OBJECT -> object(parser);
                        case VALUE_TRUE -> true;
                        case VALUE_FALSE -> false;
                        case VALUE_NUMBER_INT -> parser.getIntValue();
                        case VALUE_STRING -> parser.getText();
                        default -> throw new IOException("no value");
                    });
        }
        return members;
    }

    private static String text(String name, Map<String, Object> members) throws IOException {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IOException("no " + name);
    }

    private static int number(String name, Map<String, Object> members) throws IOException {
        if (members.get(name) instanceof Integer number) {
            return number;
        }
        throw new IOException("no " + name);
    }

    private static Map<String, Object> values(String name, Map<String, Object> members) throws IOException {
        if (!members.containsKey(name)) {
            return Map.of();
        }
        if (!(members.get(name) instanceof Map<?, ?> object)) {
            throw new IOException("no " + name);
        }
        Map<String, Object> values = new HashMap<>();
        object.forEach((key, value) -> values.put((String) key, value));
        return values;
    }
}
