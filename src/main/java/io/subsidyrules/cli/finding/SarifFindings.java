package io.subsidyrules.cli.finding;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.JsonText;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Findings as SARIF 2.1.0 (OASIS). Columns are counted in UTF-16 code units, as in the rule files' places; a path is
 * relative to the root of the sources, and the fingerprint keeps a finding the same from one run to the next.
 */
final class SarifFindings {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    /** The one that code hosts look for. */
    private static final String FINGERPRINT = "primaryLocationLineHash";

    private SarifFindings() {}

    static void write(FindingReport report, Console console) {
        List<String> codes = report.lines().stream()
                .map(line -> line.finding().code())
                .distinct()
                .sorted()
                .toList();
        console.line(JsonText.indented(json -> {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            driver(codes, console.language(), json);
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeArrayFieldStart("results");
            for (FindingReport.Line line : report.lines()) {
                result(line, codes, console.language(), json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void driver(List<String> codes, Language language, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "subsidy-rules");
        json.writeStringField("language", language.tag());
        json.writeArrayFieldStart("rules");
        for (String code : codes) {
            json.writeStartObject();
            json.writeStringField("id", code);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("language", language.tag());
    }

    private static void result(FindingReport.Line line, List<String> codes, Language language, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", line.finding().code());
        json.writeNumberField("ruleIndex", codes.indexOf(line.finding().code()));
        json.writeStringField("level", line.finding().severity().named());
        json.writeObjectFieldStart("message");
        json.writeStringField("text", line.told(language));
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        location(line, json);
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField(FINGERPRINT, line.fingerprint());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void location(FindingReport.Line line, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        boolean relative = !line.path().startsWith("/");
        json.writeStringField("uri", uri(line.path()));
        if (relative) {
            json.writeStringField("uriBaseId", ROOT);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", line.place().line());
        json.writeNumberField("startColumn", line.place().column());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The path with what a URI cannot hold escaped, Chinese characters among it. */
    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("The path (%s) is no URI.".formatted(path), impossible);
        }
    }
}
