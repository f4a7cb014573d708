package io.subsidyrules.recording.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request by which its decision is listed and counted.
 *
 * @param applicant the applicant's id; empty if the request gives none
 * @param division the code of the applicant's division
 * @param types the types of its claims, in their order
 * @param groups the hashes of the applicant's other fields with their values, in ascending order, by which limits count
 *     the awards of a group
 */
public record RequestFacts(String applicant, Optional<String> division, List<String> types, List<Long> groups) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String DIVISION = "divisionCode";

    public RequestFacts {
        types = List.copyOf(types);
        groups = List.copyOf(groups);
    }

    /**
     * The facts in the text of a request that was recorded, whatever rules read it.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static RequestFacts read(String request) {
        Reading reading = new Reading();
        try (JsonParser json = JSON.createParser(request)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (name.equals("applicant") && value == JsonToken.START_OBJECT) {
                    reading.applicant(json);
                } else if (name.equals("claims") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        reading.types.add(type(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The request cannot be read.", unreadable);
        }
        return new RequestFacts(
                reading.applicant,
                reading.division,
                reading.types,
                reading.groups.stream().sorted().distinct().toList());
    }

    /** The facts that were read so far. */
    private static final class Reading {

        private String applicant = "";
        private Optional<String> division = Optional.empty();
        private final List<String> types = new ArrayList<>();
        private final List<Long> groups = new ArrayList<>();

        void applicant(JsonParser json) throws IOException {
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                JsonToken token = json.nextToken();
                if (token == JsonToken.VALUE_STRING) {
                    text(field, json.getText());
                } else if (token.isNumeric()) {
                    AwardScope.ofNumber(field, json.getText()).ifPresent(groups::add);
                } else if (token.isBoolean()) {
                    groups.add(AwardScope.ofText(field, json.getText()));
                } else {
                    json.skipChildren();
                }
            }
        }

        private void text(String field, String value) {
            if (field.equals("id")) {
                applicant = value;
            } else {
                groups.add(AwardScope.ofText(field, value));
            }
            if (field.equals(DIVISION)) {
                division = Optional.of(value);
            }
        }
    }

    private static String type(JsonParser json) throws IOException {
        String type = "";
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            @Nullable String text = text(json);
            if (field.equals("type") && text != null) {
                type = text;
            }
        }
        return type;
    }

    /** The next value where it is a text; any other is passed over. */
    private static @Nullable String text(JsonParser json) throws IOException {
        if (json.nextToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }
}
