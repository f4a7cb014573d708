package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters as Chromium prints them; where there is no Chromium, nothing is tried. */
class PrintedLettersTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Pattern SIZE = Pattern.compile("/MediaBox\\s*\\[[^]]*]");
    private static final Pattern MAIN = Pattern.compile("<main>.*</main>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>.*</style>", Pattern.DOTALL);

    private static final String DOCUMENT = """
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"/>%s
            <style>@page longer { size: 210mm 297.3mm; } main:nth-of-type(2n) { page: longer; }</style>
            </head><body class="letter">%s</body></html>""";

    private static final String EVERYTHING_OF_THE_APPLICANT = """
            , "name": "石家庄精工阀门有限公司", "industry": "MANUFACTURING", "size": "SMALL", "countyCluster": true, "clusterLeader": true,
            "foreignTrade": true, "worldClassCultivation": true, "newEconomy": true, "establishedOn": "2021-08-15\"""";

    /** The types of claims with the most items, the most facts and the most conditions. */
    private static final List<String> UNKNOWN =
            List.of("StandardAward", "HostedStandard", "ResearchProject", "DesignCentre", "StandardizationPilot");

    private static final List<String> REFUSED = List.of("""
            { "type": "StandardAward", "id": "%s", "project": "Safety of pressure valves %1$s", "year": 2021, "prize": "SECOND", "drafter": false }""", """
            { "type": "HostedStandard", "id": "%s", "standardNumber": "GB/T 2000%1$s", "level": "GROUP", "role": "PARTICIPANT" }""", """
            { "type": "DesignCentre", "id": "%s", "name": "保定工业设计中心 %1$s", "level": "PROVINCIAL", "recognisedOn": "2022-09-05" }""", """
            { "type": "ResearchProject", "id": "%s", "projectNumber": "2137760%1$sD", "provincialPlan": false, "majorBreakthrough": false, "approvedFunding": 1234567.89 }""");

    private static final List<String> MET = List.of("""
            { "type": "StandardAward", "id": "%s", "project": "Safety of pressure valves %1$s", "year": 2021, "prize": "SECOND", "drafter": true }""", """
            { "type": "HostedStandard", "id": "%s", "standardNumber": "GB/T 2000%1$s", "level": "NATIONAL", "role": "HOST" }""", """
            { "type": "DesignCentre", "id": "%s", "name": "保定工业设计中心 %1$s", "level": "NATIONAL", "recognisedOn": "2023-03-15" }""", """
            { "type": "ResearchProject", "id": "%s", "projectNumber": "2137760%1$sD", "provincialPlan": true, "majorBreakthrough": true, "approvedFunding": 1234567.89 }""");

    @TempDir
    Path folder;

    /** All in one document, every second of them on a paper a little longer: a page of another size belongs to another letter. */
    @Test
    void aLetterOnFourClaimsHasAtMostTwoPagesWhateverComesOut() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM));
        List<String> letters = Stream.of(Language.values())
                .flatMap(language -> worst().map(letter -> letter.in(language)))
                .toList();
        Matcher style = STYLE.matcher(letters.get(0));
        assertThat(style.find()).isTrue();
        Path html = folder.resolve("letters.html");
        Files.writeString(
                html,
                DOCUMENT.formatted(
                        style.group(),
                        letters.stream().map(PrintedLettersTest::main).collect(Collectors.joining())));
        assertThat(pagesOfEach(printed(html))).hasSameSizeAs(letters).allMatch(pages -> pages <= 2);
    }

    private static List<Integer> pagesOfEach(String pdf) {
        List<Integer> pages = new ArrayList<>();
        String before = "";
        for (MatchResult size : SIZE.matcher(pdf).results().toList()) {
            if (size.group().equals(before)) {
                pages.set(pages.size() - 1, pages.get(pages.size() - 1) + 1);
            } else {
                pages.add(1);
            }
            before = size.group();
        }
        return pages;
    }

    /** A letter with what was recorded before it. */
    private record Worst(Letter letter, EarlierAwards earlier) {
        String in(Language language) {
            return letter.in(StatementForm.HTML, language, earlier);
        }
    }

    private static Stream<Worst> worst() {
        List<Worst> worst = new ArrayList<>();
        for (String type : UNKNOWN) {
            String claim = "{ \"type\": \"" + type + "\", \"id\": \"%s\" }";
            Letter unknown = new Letter("""
                    { "asOf": "2023-05-01", "applicant": { "id": "91130100MA0ABCDE10" }, "claims": [ %s ] }""".formatted(four(claim)), Explain.SUMMARY);
            worst.add(new Worst(unknown, EarlierAwards.EMPTY));
            worst.add(new Worst(unknown.recorded(), EarlierAwards.EMPTY));
        }
        Stream.concat(REFUSED.stream(), MET.stream())
                .map(claim -> Letter.of(EVERYTHING_OF_THE_APPLICANT, four(claim), Explain.SUMMARY)
                        .recorded())
                .forEach(letter -> worst.add(new Worst(letter, EarlierAwards.EMPTY)));
        Stream.of(true, false)
                .flatMap(same -> Stream.of(true, false)
                        .map(alike -> new EarlierAward("018c2f6e-7b1a-7c3d-9e4f-5a6b7c8d9e0f", 2, same, alike)))
                .forEach(award -> worst.add(new Worst(
                        Letter.of(EVERYTHING_OF_THE_APPLICANT, four(MET.get(1)), Explain.SUMMARY)
                                .recorded(),
                        new EarlierAwards(Map.of(0, award, 1, award, 2, award, 3, award)))));
        return worst.stream();
    }

    private static String four(String claim) {
        return IntStream.rangeClosed(1, 4).mapToObj(claim::formatted).collect(Collectors.joining(","));
    }

    private static String main(String letter) {
        Matcher main = MAIN.matcher(letter);
        assertThat(main.find()).isTrue();
        return main.group();
    }

    private String printed(Path html) throws IOException, InterruptedException {
        Path pdf = folder.resolve("letters.pdf");
        Process printing = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + pdf,
                        html.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            assertThat(printing.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            printing.destroyForcibly();
        }
        return Files.readString(pdf, StandardCharsets.ISO_8859_1);
    }
}
