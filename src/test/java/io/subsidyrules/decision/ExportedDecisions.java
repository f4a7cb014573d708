package io.subsidyrules.decision;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.recording.store.RecordedDecision;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of {@code GET /v1/decisions} as NDJSON, by the code that writes them. */
public final class ExportedDecisions {

    private ExportedDecisions() {}

    /** The line of a decision, with its end. */
    public static String line(Entry decision, List<Entry> revocations) {
        byte[] line = ListForm.NDJSON.export().orElseThrow().part().apply(new RecordedDecision(decision, revocations));
        return new String(line, StandardCharsets.UTF_8);
    }
}
