package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.NoticeCode;
import io.subsidyrules.notice.Notices;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tier counts as tried where a scenario goes beyond the limit before it, and what is beyond the last one likewise. */
class TierCoverageTest {

    private static final String OF_COUNT = "tiers( $hires ).to( 3, yuan( 2_000 ) ).to( 10, yuan( 2_500 ) )";
    private static final String OF_MONEY =
            "tiers( $cost ).to( percent( 60 ).of( $before ), percent( 1 ) ).beyond( percent( 2 ) )";

    private static final String RULES = """
            package tiered;
            import vocabulary.*;
            declare Work extends Claim
                @en( "work" ) @zh( "工作" )
                hires : Integer @range( "0..100" )
                    @en( "number of hires" ) @zh( "招用人数" )
                cost : BigDecimal
                    @en( "cost" ) @zh( "费用" )
                before : BigDecimal
                    @en( "cost of the year before" ) @zh( "上年度费用" )
            end
            rule "work"
                @clause( "1.1" ) @per( "claim" )
                date-effective "2020-01-01"
            when
                $work : Work( $hires : hires, $cost : cost, $before : before )
            then
                award( $work, %s.atMost( yuan( 30_000 ) ) );
            end
            """;

    private static final String POLICY = """
            id: tiered
            title: { en: Tiers, zh: 分档 }
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

    /** A scenario that expects nothing but a status, and so fits every amount. */
    private static String scenario(String facts) {
        return """
                asOf: 2021-06-01
                scenarios:
                  - name: One
                    applicant: {}
                    claims: [ { type: Work, %s } ]
                    expect: { items: { work: ELIGIBLE } }
                """.formatted(facts);
    }

    private static RuleSources sources(String amount, String scenarios) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(Path.of("src/test/resources/recorded-limits"))
                        .files());
        files.keySet().removeIf(file -> !file.startsWith("vocabulary/"));
        Stream.of(
                        List.of("tiered/rules.drl", RULES.formatted(amount)),
                        List.of("tiered/policy.yaml", POLICY),
                        List.of("tiered/rules.scenarios.yaml", scenarios))
                .forEach(file -> files.put(file.get(0), file.get(1).getBytes(StandardCharsets.UTF_8)));
        return new RuleSources(files);
    }

    private static List<String> gaps(String amount, String scenarios) {
        RuleSources sources = sources(amount, scenarios);
        try (Ruleset ruleset = Ruleset.of(sources)) {
            return Coverage.gaps(ruleset, ScenarioFile.readAll(sources)).stream()
                    .filter(gap -> gap.startsWith("No scenario in which tier "))
                    .map(gap -> gap.replaceAll("[^0-9]", ""))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | 123
            1   | 23
            3   | 23
            4   | 3
            10  | 3
            11  | ''
            """)
    void aNumberEntersTheTiersUpToItself(int hires, String left) {
        assertThat(String.join(
                        "",
                        gaps(
                                OF_COUNT + ".beyond( yuan( 1 ) )",
                                scenario("hires: %s, cost: 0, before: 0".formatted(hires)))))
                .isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            600.00 | 1000.00 | 2
            600.01 | 1000.00 | ''
            600.01 | 0       | 1
            """)
    void aLimitThatIsAnAmountIsThatOfTheClaim(String cost, String before, String left) {
        assertThat(String.join("", gaps(OF_MONEY, scenario("hires: 0, cost: %s, before: %s".formatted(cost, before)))))
                .isEqualTo(left);
    }

    @Test
    void whatIsBeyondTheLastLimitIsNoTierWhereItGivesNothing() {
        assertThat(gaps(OF_COUNT, scenario("hires: 4, cost: 0, before: 0"))).isEmpty();
    }

    @Test
    void theNoticeNamesTheTiersByTheirLimits() {
        assertThat(notice(OF_COUNT + ".beyond( yuan( 1 ) )", scenario("hires: 3, cost: 0, before: 0")))
                .contains("the amount of the rule work reach these of its tiers: the one beyond 3; the one beyond 10.")
                .contains("超过3的部分；超过10的部分");
        assertThat(notice(OF_MONEY, scenario("hires: 3, cost: 0, before: 0")))
                .contains("the first; the one beyond 60% of the cost of the year before.")
                .contains("第一档；超过上年度费用的60%的部分");
    }

    private static String notice(String amount, String scenarios) {
        RuleSources sources = sources(amount, scenarios);
        Judgement judgement = Judgement.of(sources);
        assertThat(judgement.faults()).isEmpty();
        Notice notice = Notices.of(sources, judgement).stream()
                .filter(one -> one.code() == NoticeCode.TIER_WITHOUT_SCENARIO)
                .findFirst()
                .orElseThrow();
        assertThat(notice.place().line()).isEqualTo(12);
        return notice.told(Language.EN) + notice.told(Language.ZH);
    }
}
