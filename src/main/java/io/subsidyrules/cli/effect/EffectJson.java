package io.subsidyrules.cli.effect;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.effect.City;
import io.subsidyrules.effect.EffectTotals;
import io.subsidyrules.effect.ItemEffect;
import io.subsidyrules.effect.ItemState;
import io.subsidyrules.effect.LineEffect;
import io.subsidyrules.effect.RefusedRequest;
import io.subsidyrules.effect.RequestEffect;
import io.subsidyrules.effect.Sum;
import io.subsidyrules.effect.Tally;
import io.subsidyrules.effect.Verdict;
import io.subsidyrules.effect.Version;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Effects as JSON: the requests that change or are refused, then the totals. */
final class EffectJson {

    private EffectJson() {}

    /** Writes the effect on a line, if it has one. */
    static void write(LineEffect effect, JsonGenerator json) {
        try {
            if (effect instanceof RequestEffect request && request.verdict() != Verdict.UNCHANGED) {
                write(request, json);
            } else if (effect instanceof RefusedRequest refused) {
                write(refused, json);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(RequestEffect request, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", request.line());
        optional("decision", request.decision(), json);
        optional("applicant", request.applicant(), json);
        write(request.city(), json);
        json.writeStringField("verdict", request.verdict().name());
        json.writeArrayFieldStart("items");
        for (ItemEffect item : request.changes()) {
            json.writeStartObject();
            optional("claim", item.claim(), json);
            write(item.item(), json);
            json.writeStringField("verdict", item.verdict().name());
            write("before", item.before(), json);
            write("after", item.after(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(String name, ItemState state, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("status", state.status().name());
        if (state.amount().isPresent()) {
            json.writeNumberField("amount", state.amount().get().amount());
        }
        if (state.atStake().isPresent()) {
            json.writeNumberField("atStake", state.atStake().get().amount());
        }
        json.writeStringField("currency", state.currency().code());
        json.writeEndObject();
    }

    private static void write(RefusedRequest refused, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", refused.line());
        optional("decision", refused.decision(), json);
        json.writeStringField("verdict", "REFUSED");
        json.writeArrayFieldStart("refusals");
        for (RefusedRequest.Refusal refusal : refused.refusals()) {
            json.writeStartObject();
            json.writeArrayFieldStart("by");
            for (Version version : Version.values()) {
                if (refusal.by().contains(version)) {
                    json.writeString(version.name());
                }
            }
            json.writeEndArray();
            json.writeStringField("pointer", refusal.pointer());
            text("reason", refusal.reason(), json);
            json.writeNumberField("errorCount", refusal.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes the members that have the totals. */
    static void write(EffectTotals totals, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("totals");
        json.writeNumberField("requests", totals.read());
        json.writeNumberField("refused", totals.refused());
        json.writeNumberField("otherEntries", totals.passedOver());
        json.writeNumberField("revocations", totals.revocations());
        json.writeNumberField("revoked", totals.revoked());
        json.writeNumberField("partlyKnown", totals.partly());
        write(totals.requests(), json);
        json.writeEndObject();
        json.writeArrayFieldStart("items");
        for (Map.Entry<RuledItem, Tally> item : totals.byItem().entrySet()) {
            json.writeStartObject();
            write(item.getKey(), json);
            text("title", item.getKey().title(), json);
            write(item.getValue(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("cities");
        for (Map.Entry<City, Tally> city : totals.byCity().entrySet()) {
            json.writeStartObject();
            write(city.getKey(), json);
            write(city.getValue(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(RuledItem item, JsonGenerator json) throws IOException {
        json.writeStringField("policy", item.policy());
        json.writeStringField("item", item.id());
        json.writeStringField("clause", item.clause());
    }

    private static void write(City city, JsonGenerator json) throws IOException {
        optional("city", city.code(), json);
        optional("cityName", city.name(), json);
    }

    private static void write(Tally tally, JsonGenerator json) throws IOException {
        json.writeNumberField("winners", tally.count(Verdict.WINNER));
        json.writeNumberField("losers", tally.count(Verdict.LOSER));
        json.writeNumberField("otherwise", tally.count(Verdict.OTHERWISE));
        json.writeNumberField("unchanged", tally.count(Verdict.UNCHANGED));
        json.writeArrayFieldStart("sums");
        for (Map.Entry<String, Sum> sum : tally.sums().byCurrency().entrySet()) {
            json.writeStartObject();
            json.writeStringField("currency", sum.getKey());
            json.writeNumberField("before", sum.getValue().before());
            json.writeNumberField("after", sum.getValue().after());
            json.writeNumberField("difference", sum.getValue().difference());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void optional(String name, Optional<String> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    private static void text(String name, Text text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField(Language.EN.tag(), text.en());
        json.writeStringField(Language.ZH.tag(), text.zh());
        json.writeEndObject();
    }
}
