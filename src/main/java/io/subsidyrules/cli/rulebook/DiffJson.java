package io.subsidyrules.cli.rulebook;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.meaning.Cell;
import io.subsidyrules.meaning.ChangedRow;
import io.subsidyrules.meaning.MeaningDiff;
import io.subsidyrules.meaning.NamedChange;
import io.subsidyrules.meaning.Unproved;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.io.IOException;

/** A difference in meaning as JSON, with its words in both languages. */
final class DiffJson {

    private DiffJson() {}

    /** Writes the difference as members of an object that has been begun. */
    static void write(MeaningDiff diff, JsonGenerator json) throws IOException {
        json.writeBooleanField("noChange", diff.isNoChange());
        json.writeArrayFieldStart("rows");
        for (ChangedRow row : diff.rows()) {
            write(row, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("named");
        for (NamedChange change : diff.named()) {
            json.writeStartObject();
            json.writeStringField("kind", change.kind().name());
            text("text", change.words(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unproved");
        for (Unproved unproved : diff.unproved()) {
            json.writeStartObject();
            json.writeStringField("policy", unproved.item().policy());
            json.writeStringField("item", unproved.item().id());
            text("reason", unproved.reason(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(ChangedRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", row.id());
        json.writeStringField("policy", row.item().policy());
        json.writeStringField("item", row.item().id());
        json.writeStringField("clause", row.item().clause());
        if (row.item().claim().isPresent()) {
            json.writeStringField("claim", row.item().claim().get());
        }
        json.writeArrayFieldStart("where");
        for (Cell cell : row.cells()) {
            json.writeStartObject();
            json.writeStringField("field", cell.variable().id());
            text("title", cell.variable().title(), json);
            text("values", cell.words(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        text("before", row.wordsBefore(), json);
        text("after", row.wordsAfter(), json);
        json.writeEndObject();
    }

    private static void text(String name, Text text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField(Language.EN.tag(), text.en());
        json.writeStringField(Language.ZH.tag(), text.zh());
        json.writeEndObject();
    }
}
