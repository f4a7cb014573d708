package io.subsidyrules.coverage.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.coverage.SmallPolicy;
import io.subsidyrules.text.Language;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page shows rule files with their conditions marked, and takes nothing in them for markup. */
class HtmlReportTest {

    private static final Pattern LINE =
            Pattern.compile("<td class=\"no\">38</td><td><code>(.*?)</code></td><td class=\"tried\">(.*?)</td>");

    private static String page(SmallPolicy policy, Language language, String... claims) {
        return HtmlReport.of(policy.coverage(claims), policy.with(claims), language);
    }

    private static List<String> found(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trained: true  | hit T, miss F✗, miss ?✗
            trained: false | miss T✗, hit F, miss ?✗
            hires: 1       | miss T✗, miss F✗, hit ?
            """)
    void aConditionIsMarkedWithTheTruthsThatItHad(String facts, String marks) {
        MatchResult line = LINE.matcher(page(SmallPolicy.when("$work : Work( trained == true )"), Language.EN, facts))
                .results()
                .findFirst()
                .orElseThrow();
        assertThat(line.group(1)).contains("Work( <mark class=\"part\">trained == true</mark> )");
        assertThat(String.join(
                        ", ",
                        Pattern.compile("truth (hit|miss)\"[^>]*>([^<]*)<")
                                .matcher(line.group(2))
                                .results()
                                .map(mark -> mark.group(1) + " " + mark.group(2))
                                .toList()))
                .isEqualTo(marks);
    }

    @Test
    void aTruthThatCannotBeHasNoLetter() {
        MatchResult line = LINE.matcher(page(SmallPolicy.when("$work : Work( place == \"A\" )"), Language.EN))
                .results()
                .findFirst()
                .orElseThrow();
        assertThat(line.group(2)).contains("T✗", "F✗").doesNotContain("?✗");
    }

    @Test
    void aMarkNamesTheFirstScenarioAndAGapStandsBelowItsLine() {
        String page = page(SmallPolicy.when("$work : Work( trained == true )"), Language.EN, "trained: true");
        assertThat(page)
                .contains("title=\"true in 1 of the scenarios, the first: Case 1 (small/rules.scenarios.yaml:3:5)\"")
                .contains("<li>No scenario in which this is false: trained.</li>");
        assertThat(page(SmallPolicy.when("$work : Work( trained == true )"), Language.ZH, "trained: true"))
                .contains("<html lang=\"zh-CN\">")
                .contains("<li>没有一个场景使此条件为假：受过培训。</li>");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingRunsAndNothingIsLoaded(Language language) {
        String page = page(SmallPolicy.when("$work : Work( trained == true )"), language);
        assertThat(page)
                .doesNotContainPattern("<(script|img|link|iframe|object|form)\\b|\\bon[a-z]+=|url\\(|@import|http");
        assertThat(found("href=\"[^\"]*\"", page)).allMatch(link -> link.matches("href=\"#f\\d+\""));
    }

    @Test
    void aFileIsShownAsTextWhateverItHolds() {
        SmallPolicy policy = SmallPolicy.named(
                "small/<b>\"'&\u202E规则.drl",
                "$work : Work( trained == true ) // </code><script>x</script>{style} &amp;");
        String page = page(policy, Language.EN);
        assertThat(page)
                .contains("&lt;/code&gt;&lt;script&gt;x&lt;/script&gt;{style} &amp;amp;")
                .doesNotContain("<script>", "small/<b>")
                .contains("small/&lt;b&gt;&quot;&#39;&amp;□规则.drl");
    }
}
