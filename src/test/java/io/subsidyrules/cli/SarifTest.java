package io.subsidyrules.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The findings for code scanning, held against the schema of SARIF 2.1.0. */
class SarifTest {

    @TempDir
    Path directory;

    private RulesRepository repository = new RulesRepository(Path.of(""));

    @BeforeEach
    void writeRules() throws IOException {
        repository = RulesRepository.in(directory);
    }

    private static Schema schema() throws IOException {
        try (InputStream in = requireNonNull(SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private String sarif() {
        return CommandRun.of(directory, "check", "--format", "sarif").out();
    }

    @Test
    void aReportFulfilsTheSchema() throws IOException {
        repository.change("hebei-quality-2022/measure-09.drl", "percent( 50 )", "percent( 0.5 )");
        assertThat(schema().validate(sarif(), InputFormat.JSON)).isEmpty();
        assertThat(JsonPath.from(sarif()).getList("runs[0].results")).hasSizeGreaterThan(10);
    }

    @Test
    void aReportWithoutFindingsFulfilsTheSchemaToo() throws IOException {
        assertThat(schema().validate(sarif(), InputFormat.JSON)).isEmpty();
        assertThat(JsonPath.from(sarif()).getList("runs[0].results")).isEmpty();
    }

    @Test
    void aFindingKeepsItsFingerprintWhereLinesAreAddedBeforeIt() throws IOException {
        repository.change("hebei-quality-2022/measure-09.drl", "CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL");
        List<String> before = fingerprints();
        repository.change("hebei-quality-2022/measure-09.drl", "// Measure", "// A line\n\n\n// Measure");
        assertThat(fingerprints()).isEqualTo(before).hasSize(1);
    }

    @Test
    void findingsThatAreAlikeHaveFingerprintsOfTheirOwn() throws IOException {
        Path file = repository.file("hebei-quality-2022/measure-09.drl");
        String rule = Files.readString(file);
        Files.writeString(file, rule.replace("\"9.1\"", "\"9.11\"").replace("\"9.2\"", "\"9.11\""));
        assertThat(fingerprints()).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    }

    private List<String> fingerprints() {
        return JsonPath.from(sarif()).getList("runs[0].results.partialFingerprints.primaryLocationLineHash");
    }

    @Test
    void aPathIsAUriThatLeadsFromTheRootToTheFile() throws IOException {
        Path old = repository.file("hebei-quality-2022/measure-09.drl");
        Path renamed = repository.file("hebei-quality-2022/措施 9#.drl");
        Files.move(old, renamed);
        Files.writeString(
                renamed, Files.readString(renamed).replace("CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL"));
        String uri = JsonPath.from(sarif())
                .getString("runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri");
        assertThat(uri).isEqualTo(URI.create(uri).toASCIIString());
        assertThat(directory.resolve(URLDecoder.decode(uri, StandardCharsets.UTF_8)))
                .exists();
    }
}
