package io.subsidyrules.coverage.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.coverage.RuleCoverage;
import io.subsidyrules.coverage.SmallPolicy;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The reports on a small policy, as files that were read and approved; {@code -Ddocs.write=true} writes them anew. */
class ReportsTest {

    private static final Path APPROVED = Path.of("src/test/resources/coverage");

    private static final SmallPolicy POLICY = SmallPolicy.of(
            "$work : Work( trained == true, $cost : cost,\n    hires >= 3, level ==\n    Level.STATE )",
            "award( $work, percent( 50 ).of( $cost ).atMost( yuan( 1_000 ) ) )");

    private static final String[] CLAIMS = {
        "trained: true, cost: 2000.01, hires: 3, level: STATE",
        "trained: false, cost: 10.00, level: STATE",
        "cost: 1.00"
    };

    private static String report(ReportFormat format, Language language) {
        return format.written(POLICY.coverage(CLAIMS), POLICY.with(CLAIMS), "rules", language);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, EN, report_en.txt",
        "TEXT, ZH, report_zh.txt",
        "HTML, EN, report_en.html",
        "HTML, ZH, report_zh.html",
        "COBERTURA, EN, cobertura.xml",
        "LCOV, EN, lcov.info"
    })
    void theReportIsTheApprovedOne(ReportFormat format, Language language, String file) throws IOException {
        String report =
                report(format, language).replaceFirst("(?s)<style>\\s*:root \\{ color-scheme.*?</style>", "<style/>");
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(APPROVED);
            Files.writeString(APPROVED.resolve(file), report);
        }
        assertThat(report).isEqualTo(Files.readString(APPROVED.resolve(file)));
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void onlySentencesDependOnTheLanguage(ReportFormat format) {
        boolean same = report(format, Language.EN).equals(report(format, Language.ZH));
        assertThat(same).isEqualTo(format == ReportFormat.COBERTURA || format == ReportFormat.LCOV);
    }

    @Test
    void theTextEndsWithTheLineThatPipelinesLookFor() {
        assertThat(report(ReportFormat.TEXT, Language.ZH)).containsPattern("(?m)^rules coverage: [0-9]+\\.[0-9]%\n\\z");
        RuleCoverage nothing = new RuleCoverage(List.of());
        assertThat(ReportFormat.TEXT.written(nothing, RuleSources.NONE, "rules", Language.EN))
                .isEqualTo("rules coverage: 100.0%\n");
    }

    /** To lcov a branch of a line that ran, and was not taken, is another thing than one of a line that never ran. */
    @Test
    void theBranchesOfALineThatNoScenarioReachesAreNotSaidToBeNotTaken() {
        String reached = report(ReportFormat.LCOV, Language.EN);
        assertThat(reached).contains("\nBRDA:39,0,1,0\n").doesNotContain(",-\n");
        String unreached = ReportFormat.LCOV.written(POLICY.coverage(), POLICY.with(), "rules", Language.EN);
        assertThat(unreached)
                .contains("\nBRDA:39,0,1,-\n", "\nDA:39,0\n", "\nLH:0\n")
                .doesNotContain(",0,1,0\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules          | rules/small/rules.drl
            ./rules/       | rules/small/rules.drl
            .              | small/rules.drl
            ''             | small/rules.drl
            ./             | small/rules.drl
            a/规则         | a/规则/small/rules.drl
            a\\b           | a/b/small/rules.drl
            """)
    void pathsAreRelativeToTheFolderThatIsGiven(String folder, String path) {
        RuleCoverage coverage = POLICY.coverage(CLAIMS);
        RuleSources sources = POLICY.with(CLAIMS);
        assertThat(ReportFormat.LCOV.written(coverage, sources, folder, Language.EN))
                .contains("\nSF:" + path + "\n");
        assertThat(ReportFormat.COBERTURA.written(coverage, sources, folder, Language.EN))
                .contains("filename=\"" + path + "\"");
    }
}
