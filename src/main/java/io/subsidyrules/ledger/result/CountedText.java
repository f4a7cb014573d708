package io.subsidyrules.ledger.result;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The earlier awards that the limits of a decision counted, as a text of its entry: compressed canonical JSON, since
 * most of each award is as in the one before.
 */
public final class CountedText {

    /** The member of an entry that has it; there is none where limits counted nothing. */
    public static final String MEMBER = "countedAwards";

    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactoryBuilder()
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build());

    private CountedText() {}

    /** The text; empty if it is too long to be kept. */
    public static Optional<String> of(List<CountedAward> awards) {
        List<Map<String, Object>> members =
                awards.stream().map(CountedAward::members).toList();
        try {
            return Optional.of(Compression.compress(out -> out.write(JSON.writeValueAsBytes(members))));
        } catch (Compression.TooLongException tooLong) {
            return Optional.empty();
        }
    }

    /**
     * The awards that an entry has, in their order.
     *
     * @throws DamagedResultException if they cannot be read
     */
    public static List<CountedAward> read(Map<String, ?> members) {
        if (!(members.get(MEMBER) instanceof String text)) {
            return List.of();
        }
        try (InputStream in = Compression.open(text)) {
            JsonNode awards = JSON.readTree(in);
            if (!awards.isArray()) {
                throw new IOException("the counted awards are no array");
            }
            List<CountedAward> read = new ArrayList<>();
            for (JsonNode award : awards) {
                read.add(award(award));
            }
            return read;
        } catch (IOException damaged) {
            throw new DamagedResultException(damaged);
        }
    }

    private static CountedAward award(JsonNode award) throws IOException {
        return new CountedAward(
                text(award, "decision"),
                award.path("claim").intValue(),
                text(award, "asOf"),
                text(award, "policy"),
                text(award, "item"),
                text(award, "type"),
                values(award.path("keys")),
                optional(award, "applicant"),
                values(award.path("groups")),
                text(award, "amount"),
                optional(award, "currency"));
    }

    private static Optional<String> optional(JsonNode award, String name) throws IOException {
        return award.has(name) ? Optional.of(text(award, name)) : Optional.empty();
    }

    private static String text(JsonNode award, String name) throws IOException {
        JsonNode text = award.path(name);
        if (!text.isTextual()) {
            throw new IOException("a counted award has no " + name);
        }
        return text.textValue();
    }

    private static Map<String, Object> values(JsonNode object) {
        Map<String, Object> values = new TreeMap<>();
        object.properties().forEach(member -> values.put(member.getKey(), value(member.getValue())));
        return values;
    }

    private static Object value(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isInt() ? value.intValue() : value.asText();
    }
}
