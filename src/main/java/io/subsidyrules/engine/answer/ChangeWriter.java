package io.subsidyrules.engine.answer;

import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.json.JsonOutput;
import io.subsidyrules.json.JsonPart;
import io.subsidyrules.text.Language;
import java.util.List;
import java.util.Optional;

/** Writes what would have to be otherwise. */
final class ChangeWriter {

    private static final JsonPart CHANGES = JsonPart.array("changes");
    private static final JsonPart STATUS = JsonPart.first("status");
    private static final JsonPart GAIN = JsonPart.next("gain");
    private static final JsonPart UP_TO = JsonPart.next("upTo");
    private static final JsonPart CHANGEABLE = JsonPart.next("changeable");
    private static final JsonPart FIELDS = JsonPart.array("fields");
    private static final JsonPart POINTER = JsonPart.first("pointer");
    private static final JsonPart TEXT = JsonPart.next("text");
    private static final JsonPart ACTUAL = JsonPart.next("actual");
    private static final JsonPart VALUES = JsonPart.array("values");
    private static final JsonPart FROM = JsonPart.next("from");
    private static final JsonPart TO = JsonPart.next("to");
    private static final JsonPart BEGINS_WITH = JsonPart.next("beginsWith");
    private static final JsonPart ENDS_WITH = JsonPart.next("endsWith");
    private static final JsonPart MATCHES = JsonPart.next("matches");
    private static final JsonPart NOT = JsonPart.array("not");

    private final JsonOutput json;
    private final Language language;

    ChangeWriter(JsonOutput json, Language language) {
        this.json = json;
        this.language = language;
    }

    void changes(List<Change> changes) {
        json.part(CHANGES);
        for (Change change : changes) {
            json.comma();
            json.member(STATUS, change.status().name());
            json.member(GAIN, change.gain().amount());
            if (change.upTo()) {
                json.part(UP_TO);
                json.bool(true);
            }
            json.part(CHANGEABLE);
            json.bool(change.changeable());
            json.part(FIELDS);
            for (Change.NewFact fact : change.fields()) {
                fact(fact);
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }

    private void fact(Change.NewFact fact) {
        json.comma();
        json.member(POINTER, fact.pointer());
        json.member(TEXT, ChangeWording.of(fact, language));
        member(ACTUAL, fact.actual());
        wanted(fact.wanted());
        json.part(CHANGEABLE);
        json.bool(fact.changeable());
        json.endObject();
    }

    private void wanted(AcceptedValues wanted) {
        if (!wanted.values().isEmpty()) {
            values(VALUES, wanted.values());
        }
        if (wanted.from().isPresent()) {
            member(FROM, wanted.from());
        }
        if (wanted.to().isPresent()) {
            member(TO, wanted.to());
        }
        if (wanted.beginning().isPresent()) {
            json.member(BEGINS_WITH, wanted.beginning().get());
        }
        if (wanted.ending().isPresent()) {
            json.member(ENDS_WITH, wanted.ending().get());
        }
        if (wanted.pattern().isPresent()) {
            json.member(MATCHES, wanted.pattern().get());
        }
        if (!wanted.not().isEmpty()) {
            values(NOT, wanted.not());
        }
    }

    private void values(JsonPart name, List<?> values) {
        json.part(name);
        for (Object value : values) {
            json.comma();
            Values.write(json, value);
        }
        json.endArray();
    }

    private void member(JsonPart name, Optional<Object> value) {
        json.part(name);
        Values.write(json, value.orElse(null));
    }
}
