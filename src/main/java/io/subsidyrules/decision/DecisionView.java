package io.subsidyrules.decision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.result.CountedAward;
import io.subsidyrules.ledger.result.CountedText;
import io.subsidyrules.ledger.result.DamagedResultException;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.recording.AlteredLedgerException;
import io.subsidyrules.recording.store.RecordedDecision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/** Writes a recorded decision as JSON: what its entry in the ledger says, the request and the result as they were. */
final class DecisionView {

    private static final JsonFactory JSON = new JsonMapper().getFactory();

    private static final int TYPICAL_SIZE = 16 * 1024;

    private final JsonGenerator json;
    private final OutputStream out;

    /** @param out what the generator writes to */
    private DecisionView(JsonGenerator json, OutputStream out) {
        this.json = json;
        this.out = out;
    }

    private interface Content {
        void write(DecisionView view) throws IOException;
    }

    /**
     * In UTF-8.
     *
     * @throws AlteredLedgerException if its result cannot be read
     */
    static byte[] bytes(RecordedDecision recorded) {
        try {
            return bytes(ResultText.of(recorded.decision().members()), view -> view.decision(recorded));
        } catch (DamagedResultException damaged) {
            throw AlteredLedgerException.at(recorded.decision().sequence(), damaged);
        }
    }

    /** @param result the longest part of it */
    private static byte[] bytes(ResultText result, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_SIZE + result.length());
        try (JsonGenerator json = JSON.createGenerator(out)) {
            content.write(new DecisionView(json, out));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * The decision that would be recorded, in UTF-8: without all that only an entry of the ledger has.
     *
     * @param members those of the entry
     */
    static byte[] dryRun(Map<String, Object> members) {
        return bytes(ResultText.of(members), view -> view.foreseen(members));
    }

    private void foreseen(Map<String, Object> members) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("dryRun", true);
        text("caller", members);
        content(members);
        json.writeEndObject();
    }

    private void decision(RecordedDecision recorded) throws IOException {
        Entry decision = recorded.decision();
        Map<String, Object> members = decision.members();
        json.writeStartObject();
        place(decision, members);
        content(members);
        hashes(decision);
        json.writeArrayFieldStart("revocations");
        for (Entry revocation : recorded.revocations()) {
            revocation(revocation);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void content(Map<String, Object> members) throws IOException {
        text("reference", members);
        json.writeObjectFieldStart("ruleset");
        json.writeStringField("version", string("ruleset", members));
        json.writeEndObject();
        text("language", members);
        text("service", members);
        json.writePOJOField("earlierAwards", members.get("earlierAwards"));
        counted(members);
        raw("request", members);
        result(members);
    }

    /** The earlier awards that limits counted, where there are any; of other applicants it says no more than that. */
    private void counted(Map<String, Object> members) throws IOException {
        if (members.containsKey(CountedText.MEMBER)) {
            json.writeArrayFieldStart(CountedText.MEMBER);
            for (CountedAward award : CountedText.read(members)) {
                json.writeStartObject();
                json.writeStringField("decision", award.decision());
                json.writeNumberField("claim", award.claim());
                json.writeBooleanField("sameApplicant", award.applicant().isEmpty());
                json.writeStringField("asOf", award.asOf());
                json.writeStringField("policy", award.policy());
                json.writeStringField("item", award.item());
                json.writeNumberField("amount", new BigDecimal(award.amount()));
                if (award.currency().isPresent()) {
                    json.writeStringField("currency", award.currency().get());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void revocation(Entry revocation) throws IOException {
        Map<String, Object> members = revocation.members();
        json.writeStartObject();
        place(revocation, members);
        if (members.containsKey("claims")) {
            json.writePOJOField("claims", members.get("claims"));
        }
        text("reason", members);
        hashes(revocation);
        json.writeEndObject();
    }

    private void place(Entry entry, Map<String, Object> members) throws IOException {
        text("id", members);
        json.writeNumberField("sequence", entry.sequence());
        json.writeStringField("recordedAt", entry.time());
        text("caller", members);
    }

    private void hashes(Entry entry) throws IOException {
        json.writeStringField("hash", entry.hash());
        json.writeStringField("previousHash", entry.previousHash());
    }

    private void text(String name, Map<String, Object> members) throws IOException {
        if (members.containsKey(name)) {
            json.writeStringField(name, string(name, members));
        }
    }

    /** The text is JSON already, and stays as it is: numbers keep every digit. */
    private void raw(String name, Map<String, Object> members) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(string(name, members));
    }

    /** Written past the generator: it is a hundred times as long as the rest. */
    private void result(Map<String, Object> members) throws IOException {
        json.writeFieldName("result");
        json.writeRawValue("");
        json.flush();
        ResultText.of(members).writeTo(out);
    }

    private static String string(String name, Map<String, Object> members) {
        return (String) Objects.requireNonNull(members.get(name), name);
    }
}
