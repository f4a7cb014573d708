package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The letters of the three worked cases, one with everything that a letter can have, and one on what it would take, stand as files to be read; {@code
 * mvn -B test -Dtest=StatementFilesTest -Ddocs.write=true} writes them anew.
 */
class StatementFilesTest {

    private static final Path FILES = Path.of("src/test/resources/statements");
    private static final Ruleset RULES = Ruleset.of(SourceFolder.sources(LiveRules.FOLDER));

    /** One claim of each outcome, with all that an applicant can state. */
    private static final Letter FOUR_CLAIMS = Letter.of("""
            , "name": "石家庄精工阀门有限公司", "industry": "MANUFACTURING", "size": "SMALL", "countyCluster": true,
            "clusterLeader": false, "foreignTrade": true, "worldClassCultivation": false, "newEconomy": false""", """
            { "type": "HostedStandard", "id": "c1", "standardNumber": "ISO 20000", "role": "HOST", "level": "INTERNATIONAL" },
            { "type": "DesignPurchase", "id": "c2", "project": "Casing of the new valve", "approvedExpenses": 1234567.89 },
            { "type": "HostedStandard", "id": "c3", "standardNumber": "GB 10000", "role": "HOST" },
            { "type": "DesignCentre", "id": "c4", "name": "保定工业设计中心", "level": "PROVINCIAL", "recognisedOn": "2022-09-05" }""", Explain.SUMMARY);

    private static final Map<String, Letter> LETTERS = Map.of(
            "two-standards",
            Letter.of("", """
                    { "type": "HostedStandard", "id": "c1", "standardNumber": "ISO 24001", "role": "HOST", "level": "INTERNATIONAL" },
                    { "type": "HostedStandard", "id": "c2", "standardNumber": "SJ/T 11999", "role": "HOST", "level": "INDUSTRY" }""", Explain.SUMMARY),
            "design-purchases",
            Letter.of(", \"industry\": \"MANUFACTURING\"", """
                    { "type": "DesignPurchase", "id": "c1", "project": "Casing of the new valve", "approvedExpenses": 1234567.89 },
                    { "type": "DesignPurchase", "id": "c2", "project": "Casing of the old valve", "approvedExpenses": 3000000 }""", Explain.SUMMARY),
            "four-claims",
            FOUR_CLAIMS,
            "four-claims-recorded",
            FOUR_CLAIMS.recorded(new Origin.Revoked(
                    LocalDateTime.of(2023, 6, 1, 16, 30), Optional.of(List.of(1)), "The invoices were withdrawn.")),
            "unknown-level",
            Letter.of(
                    "",
                    "{ \"type\": \"HostedStandard\", \"id\": \"c1\", \"standardNumber\": \"ISO 24001\", \"role\": \"HOST\" }",
                    Explain.SUMMARY),
            "everything",
            Letter.of("""
                    , "name": "石家庄精工阀门有限公司", "industry": "MANUFACTURING", "size": "SMALL", "countyCluster": true,
                    "clusterLeader": false, "foreignTrade": true, "newEconomy": true, "establishedOn": "2021-08-15\"""", """
                    { "type": "DesignCentre", "id": "中心-1", "name": "石家庄工业设计中心", "level": "NATIONAL", "recognisedOn": "2023-03-15" },
                    { "type": "DesignCentre", "id": "中心-2", "name": "保定工业设计中心", "level": "PROVINCIAL", "recognisedOn": "2022-09-05" },
                    { "type": "ResearchProject", "id": "project", "projectNumber": "21377601D", "provincialPlan": true, "majorBreakthrough": true },
                    { "type": "StandardizationPilot", "id": "pilot", "name": "Smart warehouse", "level": "NATIONAL" },
                    { "type": "StandardizationPilot", "id": "pilot again", "name": "Smart warehouse", "level": "PROVINCIAL" },
                    { "type": "QualityExpertHire", "id": "expert", "expert": "A. N. Other", "country": "Denmark", "executiveRole": true }""", Explain.FULL),
            "changes",
            new Letter("""
                    { "asOf": "2023-05-01",
                      "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "110108", "size": "LARGE",
                                     "foreignTrade": false, "newEconomy": true, "establishedOn": "2020-03-01" },
                      "claims": [
                        { "type": "DesignCentre", "id": "c1", "name": "Pump design", "level": "PROVINCIAL", "recognisedOn": "2021-06-30" },
                        { "type": "DesignPurchase", "id": "c2", "project": "Casing" },
                        { "type": "DesignPurchase", "id": "c3", "project": "Casing" } ] }""", Explain.CHANGES));

    static Stream<Arguments> files() {
        return LETTERS.keySet().stream().sorted().flatMap(name -> Stream.of(StatementForm.values())
                .flatMap(form -> Stream.of(Language.values()).map(language -> Arguments.of(name, form, language))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aLetterIsAsItsFileSays(String name, StatementForm form, Language language) throws IOException {
        String letter = Objects.requireNonNull(LETTERS.get(name)).in(form, language, RULES);
        Path file = FILES.resolve("%s.%s.%s"
                .formatted(name, language.tag(), form == StatementForm.TEXT ? "txt" : "html")
                .toLowerCase(Locale.ROOT));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, letter);
        }
        assertThat(letter).isEqualTo(Files.readString(file));
    }
}
