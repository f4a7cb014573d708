package io.subsidyrules.floor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.subsidyrules.floor.PlainAnswer.Status;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an answer as the contract has it, with the names and the texts of the policy encoded beforehand. */
final class StreamedWriter {

    private static final SerializedString AS_OF = new SerializedString("asOf");
    private static final SerializedString RULESET = new SerializedString("ruleset");
    private static final SerializedString VERSION = new SerializedString("version");
    private static final SerializedString CURRENCY = new SerializedString("currency");
    private static final SerializedString CNY = new SerializedString("CNY");
    private static final SerializedString TOTAL = new SerializedString("total");
    private static final SerializedString AT_STAKE = new SerializedString("atStake");
    private static final SerializedString QUESTIONS = new SerializedString("questions");
    private static final SerializedString CLAIMS = new SerializedString("claims");
    private static final SerializedString SUPPORTS = new SerializedString("supports");
    private static final SerializedString POINTER = new SerializedString("pointer");
    private static final SerializedString TITLE = new SerializedString("title");
    private static final SerializedString ALLOWED = new SerializedString("allowed");
    private static final SerializedString ITEMS = new SerializedString("items");
    private static final SerializedString ITEM = new SerializedString("item");
    private static final SerializedString POLICY = new SerializedString("policy");
    private static final SerializedString HEBEI = new SerializedString("hebei-quality-2022");
    private static final SerializedString ID = new SerializedString("id");
    private static final SerializedString TYPE = new SerializedString("type");
    private static final SerializedString STATUS = new SerializedString("status");
    private static final SerializedString AMOUNT = new SerializedString("amount");
    private static final SerializedString LOOK_ALIKE_OF = new SerializedString("lookAlikeOf");
    private static final SerializedString CLAUSE = new SerializedString("clause");
    private static final SerializedString OUTCOME = new SerializedString("outcome");
    private static final SerializedString MISSING = new SerializedString("missing");
    private static final SerializedString FAILED = new SerializedString("failed");
    private static final SerializedString CONDITION = new SerializedString("condition");
    private static final SerializedString TEXT = new SerializedString("text");
    private static final SerializedString ACTUAL = new SerializedString("actual");
    private static final SerializedString REPEAT = new SerializedString("repeat");
    private static final SerializedString REPEATS = new SerializedString("repeats");

    /** More digits than a long has, and a point. */
    private static final int MOST_DIGITS = 24;

    private static final String CLAIM = "/claims/";

    private final JsonGenerator json;
    private final List<StreamedEvaluation.Judged> claims;
    private final char[] digits = new char[MOST_DIGITS];

    private StreamedWriter(JsonGenerator json, List<StreamedEvaluation.Judged> claims) {
        this.json = json;
        this.claims = claims;
    }

    static void write(StreamedEvaluation evaluation, String ruleset, JsonGenerator json) throws IOException {
        new StreamedWriter(json, evaluation.claims()).write(evaluation, ruleset);
    }

    private void write(StreamedEvaluation evaluation, String ruleset) throws IOException {
        json.writeStartObject();
        json.writeFieldName(AS_OF);
        json.writeString(evaluation.asOf().toString());
        json.writeFieldName(RULESET);
        json.writeStartObject();
        json.writeFieldName(VERSION);
        json.writeString(ruleset);
        json.writeEndObject();
        text(CURRENCY, CNY);
        money(TOTAL, evaluation.total());
        money(AT_STAKE, evaluation.atStake());
        json.writeFieldName(QUESTIONS);
        json.writeStartArray();
        for (StreamedQuestions.Open question : evaluation.questions()) {
            question(question);
        }
        json.writeEndArray();
        json.writeFieldName(CLAIMS);
        json.writeStartArray();
        for (int i = 0; i < claims.size(); i++) {
            claim(claims.get(i), i);
        }
        json.writeEndArray();
        json.writeFieldName(SUPPORTS);
        json.writeStartArray();
        for (StreamedItem item : evaluation.supports()) {
            if (item.status() != Status.NOT_ELIGIBLE) {
                item(item, -1, null);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void question(StreamedQuestions.Open question) throws IOException {
        json.writeStartObject();
        json.writeFieldName(POINTER);
        pointer(question.field, question.claim);
        text(TITLE, question.field.title);
        List<?> allowed = question.field.allowed;
        if (allowed != null) {
            json.writeFieldName(ALLOWED);
            json.writeStartArray();
            for (Object value : allowed) {
                value(value);
            }
            json.writeEndArray();
        }
        money(AT_STAKE, question.atStake);
        json.writeFieldName(ITEMS);
        json.writeStartArray();
        for (int items = question.items; items != 0; items &= items - 1) {
            json.writeStartObject();
            text(
                    ITEM,
                    StreamedItem.TEXTS.get(Integer.numberOfTrailingZeros(items)).id());
            text(POLICY, HEBEI);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void claim(StreamedEvaluation.Judged judged, int number) throws IOException {
        json.writeStartObject();
        json.writeFieldName(ID);
        json.writeString(judged.claim().id);
        text(TYPE, judged.claim().type.text);
        text(STATUS, judged.status().text);
        money(AMOUNT, judged.amount());
        money(AT_STAKE, judged.atStake());
        if (judged.lookAlikeOf() != null) {
            json.writeFieldName(LOOK_ALIKE_OF);
            json.writeString(judged.lookAlikeOf().id);
        }
        json.writeFieldName(ITEMS);
        json.writeStartArray();
        for (StreamedItem item : judged.items()) {
            if (judged.status() == Status.NOT_ELIGIBLE || item.status() != Status.NOT_ELIGIBLE) {
                item(item, number, judged.repeats());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void item(StreamedItem item, int claim, @Nullable StreamedClaim repeats) throws IOException {
        json.writeStartObject();
        text(ITEM, item.text.id());
        text(POLICY, HEBEI);
        text(CLAUSE, item.text.clause());
        text(OUTCOME, item.text.outcomeText());
        text(STATUS, (repeats == null ? item.status() : Status.NOT_ELIGIBLE).text);
        if (repeats == null) {
            result(item, claim);
        } else {
            repeat(claims.get(claim).claim(), claim, repeats);
        }
        text(TITLE, item.text.title());
        json.writeEndObject();
    }

    private void result(StreamedItem item, int claim) throws IOException {
        if (item.amount() != StreamedItem.NONE) {
            money(AMOUNT, item.amount());
        }
        if (item.atStake() != StreamedItem.NONE) {
            money(AT_STAKE, item.atStake());
        }
        if (item.status() == Status.UNDETERMINED) {
            json.writeFieldName(MISSING);
            json.writeStartArray();
            for (StreamedField field : item.missing()) {
                pointer(field, claim);
            }
            json.writeEndArray();
        } else if (item.status() == Status.NOT_ELIGIBLE) {
            json.writeFieldName(FAILED);
            json.writeStartArray();
            for (StreamedItem.Failed failed : item.failed()) {
                json.writeStartObject();
                json.writeFieldName(POINTER);
                pointer(failed.check().field(), claim);
                text(CONDITION, failed.check().source());
                text(TEXT, failed.check().text());
                json.writeFieldName(ACTUAL);
                value(failed.actual());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void repeat(StreamedClaim claim, int number, StreamedClaim repeats) throws IOException {
        json.writeFieldName(FAILED);
        json.writeStartArray();
        json.writeStartObject();
        json.writeFieldName(POINTER);
        json.writeString(CLAIM + number + '/' + claim.type.keyField);
        text(CONDITION, REPEAT);
        json.writeFieldName(TEXT);
        json.writeString("the same project is claimed for already, by the claim " + repeats.id);
        json.writeFieldName(ACTUAL);
        json.writeString(claim.key);
        json.writeFieldName(REPEATS);
        json.writeString(repeats.id);
        json.writeEndObject();
        json.writeEndArray();
    }

    private void pointer(StreamedField field, int claim) throws IOException {
        if (field.pointer == null) {
            json.writeString(CLAIM + claim + '/' + field.name);
        } else {
            json.writeString(field.pointer);
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof Long fen) {
            money(fen);
        } else {
            json.writeString(value.toString());
        }
    }

    private void text(SerializedString name, SerializedString text) throws IOException {
        json.writeFieldName(name);
        json.writeString(text);
    }

    private void money(SerializedString name, long fen) throws IOException {
        json.writeFieldName(name);
        money(fen);
    }

    /** Yuan with two decimals. */
    private void money(long fen) throws IOException {
        int at = MOST_DIGITS;
        long rest = fen;
        for (int written = 0; rest > 0 || written < 3; written++) {
            if (written == 2) {
                digits[--at] = '.';
            }
            digits[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        json.writeNumber(digits, at, MOST_DIGITS - at);
    }
}
