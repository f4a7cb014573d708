package io.subsidyrules.cli.mutation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.cli.console.JsonText;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.mutation.Fate;
import io.subsidyrules.mutation.MutantResult;
import io.subsidyrules.mutation.MutationReport;
import io.subsidyrules.mutation.killer.Proposal;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All changes and how each ended as JSON, with the words in both languages. */
final class MutationJson {

    private MutationJson() {}

    static String of(MutationReport report, RulesFolder folder) {
        return JsonText.indented(json -> {
            json.writeStartObject();
            json.writeNumberField("mutants", report.results().size());
            for (Fate fate : Fate.values()) {
                json.writeNumberField(word(fate), report.count(fate));
            }
            json.writeNumberField("score", report.score());
            json.writeArrayFieldStart("results");
            for (MutantResult result : report.results()) {
                write(result, folder, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static String word(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    private static void write(MutantResult result, RulesFolder folder, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("fate", word(result.fate()));
        json.writeStringField("kind", result.kind().word());
        json.writeStringField("file", folder.shown(result.place().file()));
        json.writeNumberField("line", result.place().line());
        json.writeArrayFieldStart("items");
        List<String> items = result.items().stream()
                .sorted(Comparator.comparing(AwardChoice.Item::policy).thenComparing(AwardChoice.Item::id))
                .map(item -> item.policy() + "/" + item.id())
                .toList();
        for (String item : items) {
            json.writeString(item);
        }
        json.writeEndArray();
        text("change", result.change(), json);
        if (result.proposal().isPresent()) {
            write(result.proposal().get(), folder, json);
        }
        json.writeEndObject();
    }

    private static void write(Proposal proposal, RulesFolder folder, JsonGenerator json) throws IOException {
        if (proposal instanceof Proposal.Found found) {
            json.writeObjectFieldStart("scenario");
            json.writeStringField("file", folder.shown(found.file()));
            text("name", found.name(), json);
            text("entry", found.entry(), json);
            json.writeEndObject();
        } else {
            text("noScenario", ((Proposal.NotFound) proposal).reason(), json);
        }
    }

    private static void text(String name, Text text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField(Language.EN.tag(), text.en());
        json.writeStringField(Language.ZH.tag(), text.zh());
        json.writeEndObject();
    }
}
