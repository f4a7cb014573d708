package io.subsidyrules.cli.finding;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.JsonText;
import java.io.IOException;

/** Findings as GitLab's Code Quality report, which a merge request shows beside the changed lines. */
final class GitlabFindings {

    private GitlabFindings() {}

    static void write(FindingReport report, Console console) {
        console.line(JsonText.indented(json -> {
            json.writeStartArray();
            for (FindingReport.Line line : report.lines()) {
                write(line, console, json);
            }
            json.writeEndArray();
        }));
    }

    private static void write(FindingReport.Line line, Console console, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("description", line.told(console.language()));
        json.writeStringField("check_name", line.finding().code());
        json.writeStringField("fingerprint", line.fingerprint());
        json.writeStringField("severity", line.finding().severity().gitlab());
        json.writeObjectFieldStart("location");
        json.writeStringField("path", line.path());
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", line.place().line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }
}
