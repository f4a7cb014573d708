package io.subsidyrules.floor;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.time.LocalDate;

/**
 * The first policy written by hand as fast as Jackson's streaming parser and generator allow: request bytes in, the bytes
 * of the English summary out, as {@link FloorService} gives them. There is no tree, and each text is encoded once. Safe
 * for many threads.
 */
public final class StreamingService {

    private static final JsonFactory JSON = new JsonFactory();

    private final String ruleset;

    /** @param ruleset the version that answers name */
    public StreamingService(String ruleset) {
        this.ruleset = ruleset;
    }

    /**
     * Answers a request.
     *
     * @param today the date of the evaluation where the request gives none
     * @throws IOException where it is not one JSON object
     * @throws PlainFaults.Refused where its content has faults
     */
    public byte[] answer(byte[] body, LocalDate today) throws IOException {
        StreamedReader reader;
        try (JsonParser parser = JSON.createParser(body)) {
            reader = new StreamedReader(parser, today);
            reader.read();
        }
        StreamedEvaluation evaluation = new StreamedEvaluation(reader.asOf(), reader.applicant(), reader.claims());
        BufferRecycler recycler = JSON._getBufferRecycler();
        try (ByteArrayBuilder out = new ByteArrayBuilder(recycler)) {
            try (JsonGenerator generator = JSON.createGenerator(out, JsonEncoding.UTF8)) {
                StreamedWriter.write(evaluation, ruleset, generator);
            }
            return out.getClearAndRelease();
        } finally {
            recycler.releaseToPool();
        }
    }
}
