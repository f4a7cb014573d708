package io.subsidyrules.floor;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;

/**
 * The first policy written by hand: request bytes in, the bytes of the English summary out, as the service gives them.
 * Safe for many threads.
 */
public final class FloorService {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writerFor(PlainAnswer.class);

    private final String ruleset;

    /** @param ruleset the version that answers name */
    public FloorService(String ruleset) {
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
        PlainRequest request = PlainReader.read(body, today);
        return JSON.writeValueAsBytes(new PlainEvaluation(request).answer(ruleset));
    }
}
