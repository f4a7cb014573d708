package io.subsidyrules.engine.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes what would have to be otherwise. */
final class ChangeWriter {

    private final JsonGenerator json;
    private final Language language;

    ChangeWriter(JsonGenerator json, Language language) {
        this.json = json;
        this.language = language;
    }

    void changes(List<Change> changes) throws IOException {
        json.writeArrayFieldStart("changes");
        for (Change change : changes) {
            json.writeStartObject();
            json.writeStringField("status", change.status().name());
            json.writeNumberField("gain", change.gain().amount());
            if (change.upTo()) {
                json.writeBooleanField("upTo", true);
            }
            json.writeBooleanField("changeable", change.changeable());
            json.writeArrayFieldStart("fields");
            for (Change.NewFact fact : change.fields()) {
                fact(fact);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void fact(Change.NewFact fact) throws IOException {
        json.writeStartObject();
        json.writeStringField("pointer", fact.pointer());
        json.writeStringField("text", ChangeWording.of(fact, language));
        member("actual", fact.actual());
        wanted(fact.wanted());
        json.writeBooleanField("changeable", fact.changeable());
        json.writeEndObject();
    }

    private void wanted(AcceptedValues wanted) throws IOException {
        if (!wanted.values().isEmpty()) {
            json.writeArrayFieldStart("values");
            for (Object value : wanted.values()) {
                Values.write(json, value);
            }
            json.writeEndArray();
        }
        if (wanted.from().isPresent()) {
            member("from", wanted.from());
        }
        if (wanted.to().isPresent()) {
            member("to", wanted.to());
        }
        if (wanted.beginning().isPresent()) {
            json.writeStringField("beginsWith", wanted.beginning().get());
        }
        if (wanted.ending().isPresent()) {
            json.writeStringField("endsWith", wanted.ending().get());
        }
        if (wanted.pattern().isPresent()) {
            json.writeStringField("matches", wanted.pattern().get());
        }
        if (!wanted.not().isEmpty()) {
            json.writeArrayFieldStart("not");
            for (String other : wanted.not()) {
                json.writeString(other);
            }
            json.writeEndArray();
        }
    }

    private void member(String name, Optional<Object> value) throws IOException {
        json.writeFieldName(name);
        Values.write(json, value.orElse(null));
    }
}
