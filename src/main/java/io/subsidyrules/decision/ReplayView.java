package io.subsidyrules.decision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.recording.replay.Replay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Writes a replay as JSON; amounts are exact, with two decimals. */
final class ReplayView {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ReplayView() {}

    /** In UTF-8. */
    static byte[] bytes(Replay replay) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(replay, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(Replay replay, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("decision", replay.decision().toString());
        json.writeObjectFieldStart("ruleset");
        json.writeStringField("version", replay.ruleset());
        json.writeEndObject();
        json.writeStringField("asOf", replay.asOf().toString());
        json.writeBooleanField("same", replay.same());
        json.writeBooleanField("sameTexts", replay.sameTexts());
        total(replay, json);
        json.writeArrayFieldStart("differences");
        for (Replay.Difference difference : replay.differences()) {
            json.writeStartObject();
            if (difference.claim().isPresent()) {
                json.writeNumberField("claim", difference.claim().get());
            }
            json.writeStringField("policy", difference.policy());
            json.writeStringField("item", difference.item());
            status("recorded", difference.recorded(), json);
            status("replayed", difference.replayed(), json);
            if (difference.amount().isPresent()) {
                json.writeNumberField("difference", difference.amount().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Two totals in different currencies have no difference. */
    private static void total(Replay replay, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("total");
        boolean alike = replay.currency().equals(replay.recordedCurrency());
        if (alike) {
            currency("currency", replay.currency(), json);
        } else {
            json.writeStringField("recordedCurrency", replay.recordedCurrency());
            json.writeStringField("replayedCurrency", replay.currency());
        }
        json.writeNumberField("recorded", replay.recordedTotal());
        json.writeNumberField("replayed", replay.total());
        if (alike) {
            json.writeNumberField("difference", replay.total().subtract(replay.recordedTotal()));
        }
        json.writeEndObject();
    }

    /** A currency, where it is not the yuan. */
    private static void currency(String name, String code, JsonGenerator json) throws IOException {
        if (!code.equals(Sum.YUAN)) {
            json.writeStringField(name, code);
        }
    }

    private static void status(String name, Optional<Replay.ItemStatus> item, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (item.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("status", item.get().status());
        if (item.get().amount().isPresent()) {
            json.writeNumberField("amount", item.get().amount().get());
            currency("currency", item.get().currency(), json);
        }
        json.writeEndObject();
    }
}
