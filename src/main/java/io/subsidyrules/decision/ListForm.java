package io.subsidyrules.decision;

import io.subsidyrules.http.Accept;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.recording.store.RecordedDecision;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which the list of decisions can be requested: pages, which are the default, or all of it as one file.
 */
enum ListForm {
    PAGE(ListForm.PAGE_TYPE, Optional.empty()),
    NDJSON(ListForm.NDJSON_TYPE, Optional.of(new Export("ndjson", "", ListForm::line))),
    CSV(ListForm.CSV_TYPE, Optional.of(new Export("csv", DecisionCsv.header(), DecisionCsv::rows))),
    /** A page to be read by people. */
    TABLE(Asked.HTML, Optional.empty());

    static final String PAGE_TYPE = MediaType.APPLICATION_JSON;
    static final String NDJSON_TYPE = "application/x-ndjson";
    static final String CSV_TYPE = "text/csv;charset=UTF-8";

    static final List<String> OFFERED = Stream.of(values())
            .map(form -> form.type.getType() + "/" + form.type.getSubtype())
            .toList();

    private final MediaType type;
    private final Optional<Export> export;

    /**
     * Writes a file of all decisions.
     *
     * @param extension of its name
     * @param head what it begins with
     * @param part what it has for a decision
     */
    record Export(String extension, String head, Function<RecordedDecision, byte[]> part) {}

    ListForm(String type, Optional<Export> export) {
        this.type = MediaType.valueOf(type);
        this.export = export;
    }

    /**
     * The form that these {@code Accept} headers prefer.
     *
     * @throws NotAcceptableException if none will do
     */
    static ListForm preferred(@Nullable List<String> headers) {
        return Accept.preferred(headers, OFFERED)
                .map(type -> values()[OFFERED.indexOf(type)])
                .orElseThrow(NotAcceptableException::new);
    }

    MediaType type() {
        return type;
    }

    /** Empty for pages. */
    Optional<Export> export() {
        return export;
    }

    /** A request has the line breaks that it was sent with; between the tokens of JSON a space says the same. */
    private static byte[] line(RecordedDecision recorded) {
        byte[] decision = DecisionView.bytes(recorded);
        byte[] line = Arrays.copyOf(decision, decision.length + 1);
        for (int i = 0; i < decision.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        line[decision.length] = '\n';
        return line;
    }
}
