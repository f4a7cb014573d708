package io.subsidyrules.decision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.ledger.Times;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.recording.search.ListedDecision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes a page of the list of decisions as JSON. */
final class DecisionPage {

    private static final JsonFactory JSON = new JsonMapper().getFactory();

    private static final int TYPICAL_SIZE = 32 * 1024;

    private DecisionPage() {}

    /**
     * In UTF-8.
     *
     * @param next the path of the page after it
     */
    static byte[] bytes(List<ListedDecision> decisions, Optional<String> next) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("decisions");
            for (ListedDecision decision : decisions) {
                decision(decision, json);
            }
            json.writeEndArray();
            if (next.isPresent()) {
                json.writeStringField("next", next.get());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The currency of the first claim, where it is not the yuan. */
    private static void currency(List<Sum> totals, JsonGenerator json) throws IOException {
        if (!totals.isEmpty() && !totals.get(0).isYuan()) {
            json.writeStringField("currency", totals.get(0).currency());
        }
    }

    private static void totals(List<Sum> totals, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("totals");
        for (Sum sum : totals) {
            json.writeStartObject();
            json.writeStringField("currency", sum.currency());
            json.writeNumberField("total", new BigDecimal(sum.total()));
            json.writeNumberField("atStake", new BigDecimal(sum.atStake()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void decision(ListedDecision decision, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", decision.id().toString());
        json.writeNumberField("sequence", decision.sequence());
        json.writeStringField("recordedAt", Times.write(decision.recordedAt()));
        json.writeStringField("caller", decision.caller());
        if (decision.reference().isPresent()) {
            json.writeStringField("reference", decision.reference().get());
        }
        json.writeStringField("applicant", decision.applicant());
        json.writeObjectFieldStart("ruleset");
        json.writeStringField("version", decision.ruleset());
        json.writeEndObject();
        currency(decision.totals(), json);
        json.writeNumberField("total", decision.total());
        json.writeNumberField("atStake", decision.atStake());
        if (decision.totals().size() > 1) {
            totals(decision.totals(), json);
        }
        json.writeArrayFieldStart("statuses");
        for (Status status : decision.statuses()) {
            json.writeString(status.name());
        }
        json.writeEndArray();
        json.writeStringField("revoked", decision.revoked().name());
        json.writeEndObject();
    }
}
