package io.subsidyrules.attestation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.ledger.Times;
import io.subsidyrules.recording.access.Access;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** An access as a line of JSON. */
final class AccessView {

    private static final JsonFactory JSON = new JsonFactory();

    private AccessView() {}

    static byte[] line(Access access) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField("sequence", access.sequence());
            json.writeStringField("readAt", Times.write(access.readAt()));
            json.writeStringField("caller", access.caller());
            json.writeStringField("way", access.way().name());
            json.writeArrayFieldStart("entries");
            for (Access.Range range : access.entries()) {
                json.writeStartObject();
                json.writeNumberField("first", range.first());
                json.writeNumberField("last", range.last());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("requestId", access.requestId());
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }
}
