package io.subsidyrules.engine.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/** Leaves out of an answer in JSON what is worded in a language: all else says what was decided. */
final class UnwordedAnswer {

    private static final Set<String> WORDED = Set.of("title", "text", "calculation");

    private UnwordedAnswer() {}

    /**
     * Copies the JSON without the members that are worded; the names of an answer's members never come from a request.
     */
    static void leaveOut(byte[] answer, JsonFactory factory, JsonGenerator out) throws IOException {
        try (JsonParser in = factory.createParser(answer)) {
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
