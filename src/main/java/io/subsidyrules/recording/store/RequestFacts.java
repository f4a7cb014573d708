package io.subsidyrules.recording.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.engine.request.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request by which its decision is listed and counted.
 *
 * @param applicant the applicant's id; empty if the request gives none
 * @param division the code of the applicant's division
 * @param types the types of its claims, in their order
 */
public record RequestFacts(String applicant, Optional<String> division, List<String> types) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String DIVISION = "divisionCode";

    public RequestFacts {
        types = List.copyOf(types);
    }

    public static RequestFacts of(Request request) {
        return new RequestFacts(
                request.applicantId().orElse(""),
                request.applicantText(DIVISION),
                IntStream.range(0, request.claimCount())
                        .mapToObj(request::claimType)
                        .toList());
    }

    /**
     * The facts in the text of a request that was recorded, whatever rules read it.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static RequestFacts read(String request) {
        String applicant = "";
        Optional<String> division = Optional.empty();
        List<String> types = new ArrayList<>();
        try (JsonParser json = JSON.createParser(request)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (name.equals("applicant") && value == JsonToken.START_OBJECT) {
                    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                        @Nullable String text = text(json);
                        if (field.equals("id") && text != null) {
                            applicant = text;
                        } else if (field.equals(DIVISION)) {
                            division = Optional.ofNullable(text);
                        }
                    }
                } else if (name.equals("claims") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        types.add(type(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The request cannot be read.", unreadable);
        }
        return new RequestFacts(applicant, division, types);
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
