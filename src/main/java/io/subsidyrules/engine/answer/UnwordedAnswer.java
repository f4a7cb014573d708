package io.subsidyrules.engine.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Leaves out of an answer in JSON what is worded in a language: all else says what was decided. */
final class UnwordedAnswer {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> WORDED = Set.of("title", "text", "calculation");

    private UnwordedAnswer() {}

    /**
     * The JSON without the members that are worded; the names of an answer's members never come from a request.
     *
     * @throws UncheckedIOException if it is not JSON
     */
    static byte[] of(byte[] answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(answer.length);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            leaveOut(answer, json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
        return out.toByteArray();
    }

    private static void leaveOut(byte[] answer, JsonGenerator out) throws IOException {
        try (JsonParser in = JSON.createParser(answer)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.FIELD_NAME && WORDED.contains(in.currentName())) {
                    in.nextToken();
                    in.skipChildren();
                } else {
                    out.copyCurrentEventExact(in);
                }
            }
        }
    }
}
