package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.NoticeCode;
import io.subsidyrules.notice.Notices;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Notices on scenarios, where a table has no row, which is a condition that nobody wrote, and after earlier awards. */
class UnwrittenConditionsTest {

    private static final String RULES = """
            package dated;
            import vocabulary.*;
            declare Work extends Claim
                @en( "work" ) @zh( "工作" )
                signed : Boolean
                    @en( "signed" ) @zh( "已签约" )
            end
            rule "work"
                @clause( "1.1" ) @per( "claim" )
                date-effective "2020-01-01"
            when
                $work : Work( signed == true )
            then
                award( $work, table( "base" ).at() );
            end
            """;

    private static final String POLICY = """
            id: dated
            title: { en: Work, zh: 工作 }
            issuer: { en: a city, zh: 某市 }
            issued: 2020-01-01
            source: { en: made for tests, zh: 供测试 }
            per: [ { id: claim, text: { en: claim, zh: 事项 } } ]
            measures:
              - number: 1
                title: { en: Work, zh: 工作 }
                summary: { en: Work., zh: 工作。 }
                clauses:
                  - number: "1.1"
                    title: { en: Work, zh: 工作 }
                    summary: { en: Work., zh: 工作。 }
                    items: [ { id: work, title: { en: Work, zh: 工作 } } ]
            """;

    private static final String BEFORE = "2019-12-31";

    private static String scenario(String name, String asOf, String facts, String earlier, String status) {
        return """
                  - name: %s
                    asOf: %s
                    applicant: {}
                    claims: [ { type: Work, %s } ]%s
                    expect: { items: { work: %s } }
                """.formatted(name, asOf, facts, earlier, status);
    }

    private static List<NoticeCode> notices(String... scenarios) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(Path.of("src/test/resources/recorded-limits"))
                        .files());
        files.keySet().removeIf(file -> !file.startsWith("vocabulary/"));
        Map.of(
                        "dated/rules.drl",
                        RULES,
                        "dated/policy.yaml",
                        POLICY,
                        "dated/base.csv",
                        "from,base\n2020-01-01,100\n2021-01-01,110\n",
                        "dated/rules.scenarios.yaml",
                        "scenarios:\n" + String.join("", scenarios))
                .forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
        RuleSources sources = new RuleSources(files);
        Judgement judgement = Judgement.of(sources);
        assertThat(judgement.faults()).isEmpty();
        return Notices.of(sources, judgement).stream()
                .map(Notice::code)
                .filter(code -> code == NoticeCode.CONDITION_WITHOUT_SCENARIO || code == NoticeCode.SCENARIO_REPEATED)
                .toList();
    }

    /** Before the first day of the table the rule is not in force either, so that the two never fail alone. */
    @Test
    void thatATableHasNoRowIsNotAskedFor() {
        String paid = scenario("Paid", "2020-06-01", "signed: true", "", "ELIGIBLE");
        String unsigned = scenario("Not signed", "2020-06-01", "signed: false", "", "NOT_ELIGIBLE");
        assertThat(notices(paid, unsigned)).containsExactly(NoticeCode.CONDITION_WITHOUT_SCENARIO);
        assertThat(notices(paid, unsigned, scenario("Before", BEFORE, "signed: true", "", "NOT_ELIGIBLE")))
                .isEmpty();
    }

    @Test
    void scenariosAfterOtherAwardsAreNotTheSame() {
        String first = scenario("One", "2020-06-01", "signed: true", "", "ELIGIBLE");
        String again = scenario("Two", "2020-06-01", "signed: true", "", "ELIGIBLE");
        String none = scenario("Three", "2020-06-01", "signed: true", "\n    earlier: []", "ELIGIBLE");
        assertThat(notices(first, again)).contains(NoticeCode.SCENARIO_REPEATED);
        assertThat(notices(first, none)).doesNotContain(NoticeCode.SCENARIO_REPEATED);
    }
}
