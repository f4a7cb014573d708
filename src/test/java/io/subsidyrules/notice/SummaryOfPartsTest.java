package io.subsidyrules.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.regression.Judgement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A summary can name each number of an amount that is made of parts, and no other. */
class SummaryOfPartsTest {

    private static final String JOBS =
            "tiers( $hires ).to( 3, yuan( 2_000 ) ).beyond( yuan( 3_000 ) ).atMost( yuan( 30_000 ) )";
    private static final String GROWTH = "tiers( $now - $before ).to( percent( 60 ).of( $before ), percent( 1 ) )"
            + ".beyond( percent( 1.2 ) ).atMost( yuan( 10_000_000 ) )";
    private static final String COST =
            "percent( 75 ).of( $now ).atMost( yuan( 350 ).times( $hires ) )" + ".atMost( yuan( 10_000 ) )";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JOBS   | Three hires earn 2,000 yuan each, others 3,000 yuan, at most 30,000 yuan. |
            JOBS   | Each of 3 yuan.                                                           | 3 yuan
            JOBS   | Others 4,000 yuan.                                                        | 4,000 yuan
            GROWTH | Growth of 40%: up to 60% earns 1%, the rest 1.2%, at most 10 million yuan. |
            GROWTH | Growth of 45%.                                                            | 45%
            GROWTH | The rest 1.3%.                                                            | 1.3%
            COST   | 75%, at most 350 yuan a socket.                                           |
            COST   | 70%, at most 360 yuan a socket.                                           | 360 yuan, 70%
            """)
    void itsNumbersAreThoseOfTheRule(String amount, String summary, String told) {
        List<String> figures = notices(amount(amount), summary).stream()
                .filter(notice -> notice.code() == NoticeCode.SUMMARY_AMOUNT)
                .map(notice -> notice.text().en().replaceAll(".* names (.*), but its rules have .*", "$1"))
                .toList();
        assertThat(String.join(", ", figures)).isEqualTo(told == null ? "" : told);
    }

    @ParameterizedTest
    @CsvSource({"Up to 40 million yuan., 0", "At most 50 million yuan., 1"})
    void anAmountWithoutACeilingNamesNone(String summary, int told) {
        assertThat(notices("percent( 30 ).of( $now ).plus( yuan( 40_000_000 ) ).withoutCeiling()", summary).stream()
                        .filter(notice -> notice.code() == NoticeCode.SUMMARY_AMOUNT))
                .hasSize(told);
    }

    private static String amount(String name) {
        return switch (name) {
            case "JOBS" -> JOBS;
            case "GROWTH" -> GROWTH;
            default -> COST;
        };
    }

    private static List<Notice> notices(String amount, String summary) {
        RuleSources sources = RuleSources.of(new TreeMap<>(
                Map.of("vocabulary/v.drl", """
                package vocabulary;
                declare Applicant @en( "applicant" ) @zh( "主体" )
                    id : String @required @en( "id" ) @zh( "编号" )
                end
                declare Claim @en( "claim" ) @zh( "事项" )
                    id : String @required @en( "id" ) @zh( "编号" )
                end
                """, "p/rules.drl", """
                package p;
                import vocabulary.*;
                declare Work extends Claim @en( "work" ) @zh( "工作" )
                    hires : Integer @range( "0..100" ) @en( "hires" ) @zh( "人数" )
                    before : BigDecimal @en( "output before" ) @zh( "上年产值" )
                    now : BigDecimal @en( "output" ) @zh( "产值" )
                end
                rule "i" @clause( "1.1" ) @per( "work" ) date-effective "2020-01-01"
                when
                    $w : Work( now >= before * 1.4, $now : now, $before : before, $hires : hires )
                then
                    award( $w, %s );
                end
                """.formatted(amount), "p/policy.yaml", """
                id: p
                title: { en: p, zh: 政策 }
                issuer: { en: p, zh: 政策 }
                issued: 2020-01-01
                source: { en: p, zh: 政策 }
                per: [ { id: work, text: { en: work, zh: 工作 } } ]
                measures:
                  - number: 1
                    title: { en: p, zh: 措施 }
                    summary: { en: p, zh: 措施 }
                    clauses:
                      - number: "1.1"
                        title: { en: p, zh: 条款 }
                        summary: { en: "%s", zh: 条款 }
                        items: [ { id: i, title: { en: p, zh: 事项 } } ]
                """.formatted(
                                summary))));
        Judgement judgement = Judgement.of(sources);
        assertThat(judgement.faults()).isEmpty();
        return Notices.of(sources, judgement);
    }
}
