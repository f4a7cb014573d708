package io.subsidyrules.cli.finding;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.JsonText;
import io.subsidyrules.text.Language;
import java.io.IOException;

/** Findings as JSON: {@code {"findings": [...], "errors": 1, "warnings": 0}}. */
final class JsonFindings {

    private JsonFindings() {}

    static void write(FindingReport report, Console console) {
        console.line(JsonText.indented(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("findings");
            for (FindingReport.Line line : report.lines()) {
                write(line, json);
            }
            json.writeEndArray();
            json.writeNumberField("errors", report.count(Severity.ERROR));
            json.writeNumberField("warnings", report.count(Severity.WARNING));
            json.writeEndObject();
        }));
    }

    private static void write(FindingReport.Line line, JsonGenerator json) throws IOException {
        Finding finding = line.finding();
        json.writeStartObject();
        json.writeStringField("path", line.path());
        json.writeNumberField("line", line.place().line());
        json.writeNumberField("column", line.place().column());
        json.writeStringField("severity", finding.severity().named());
        json.writeStringField("code", finding.code());
        texts("text", finding.text().en(), finding.text().zh(), json);
        texts("remedy", finding.remedy().en(), finding.remedy().zh(), json);
        json.writeStringField("fingerprint", line.fingerprint());
        json.writeEndObject();
    }

    private static void texts(String name, String en, String zh, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField(Language.EN.tag(), en);
        json.writeStringField(Language.ZH.tag(), zh);
        json.writeEndObject();
    }
}
