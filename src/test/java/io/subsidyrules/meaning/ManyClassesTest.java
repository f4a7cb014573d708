package io.subsidyrules.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.meaning.tree.Effort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules by which values fall into more classes than can be looked at: nothing is proved of them, in bounded time. */
class ManyClassesTest {

    private static final String FACTS = """
            package p;
            import vocabulary.*;
            declare enum Colour
                %s;
                en : String
                zh : String
            end
            declare Thing extends Claim
                @en( "thing" ) @zh( "物品" )
                price : BigDecimal @en( "price" ) @zh( "价格" )
                town : String @en( "town" ) @zh( "乡镇" )
                inside : Colour @en( "colour inside" ) @zh( "内部颜色" )
                outside : Colour @en( "colour outside" ) @zh( "外部颜色" )
                below : Colour @en( "colour below" ) @zh( "底部颜色" )
            end
            """;

    private static final String RULE = """
            package p;
            import vocabulary.*;
            global java.time.LocalDate asOf;
            rule "r0" @clause( "1.1" ) @per( "thing" )
                date-effective "2024-01-01"
            when
                $thing : Thing( $inside : inside, $outside : outside, $below : below, %s )
            then
                award( $thing, yuan( 100 ) );
            end
            """;

    private static RuleBook book(int colours, String conditions) {
        Map<String, String> files = new HashMap<>();
        files.put("vocabulary/facts.drl", """
                package vocabulary;
                declare Applicant @en( "applicant" ) @zh( "申请主体" )
                    id : String @required @en( "id" ) @zh( "编号" )
                end
                declare Claim @en( "claim" ) @zh( "申报事项" )
                    id : String @required @en( "id" ) @zh( "编号" )
                end
                """);
        files.put(
                "p/facts.drl",
                FACTS.formatted(IntStream.range(0, colours)
                        .mapToObj("C%1$d( \"colour %1$d\", \"颜色%1$d\" )"::formatted)
                        .collect(Collectors.joining(", "))));
        files.put(
                "p/prices.csv",
                IntStream.range(0, colours)
                        .mapToObj("C%1$d,C%1$d,C%1$d,1%1$d\n"::formatted)
                        .collect(Collectors.joining("", "inside,outside,below,yuan\n", "")));
        files.put("p/rules.drl", RULE.formatted(conditions));
        files.put("p/policy.yaml", """
                id: p
                title: { en: Things, zh: 物品 }
                issuer: { en: a city, zh: 某市 }
                issued: 2020-01-01
                source: { en: made for tests, zh: 供测试 }
                per: [ { id: thing, text: { en: thing, zh: 件 } } ]
                measures:
                  - number: 1
                    title: { en: Things, zh: 物品 }
                    summary: { en: Things., zh: 物品。 }
                    clauses:
                      - number: "1.1"
                        title: { en: Thing, zh: 物品 }
                        summary: { en: A thing., zh: 物品。 }
                        items: [ { id: r0, title: { en: Thing, zh: 物品 } } ]
                """);
        return Dialect.read(RuleSources.of(files));
    }

    private static List<String> doubts(int colours, String before, String after) {
        Effort effort = new Effort(200, name -> {});
        return MeaningDiff.of(book(colours, before), book(colours, after), effort).unproved().stream()
                .map(unproved -> unproved.reason().en())
                .filter(reason -> reason.contains("combined"))
                .toList();
    }

    @Test
    void aPriceComparedByThreeColoursOfManyIsInDoubt() {
        String compared = "price <= table( \"prices\" ).at( $inside, $outside, $below )";
        String more = compared + ", price != 3";
        assertThat(doubts(10, compared, more)).isEmpty();
        assertThat(doubts(11, compared, more))
                .containsExactly(
                        "values that are compared can be combined in too many ways, of which only the first were"
                                + " tried: colour inside, colour outside, colour below");
        assertThat(doubts(400, compared, more)).hasSize(1);
    }

    @Test
    void aTextWithManyBeginningsAndEndsIsInDoubt() {
        String affixes = affixes(0, 20) + ", " + affixes(20, 40);
        assertThat(doubts(2, affixes, affixes + ", price != 3"))
                .containsExactly(
                        "values that are compared can be combined in too many ways, of which only the first were"
                                + " tried: town");
    }

    private static String affixes(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj("town str[startsWith] \"%1$dA\" || town str[endsWith] \"B%1$d\""::formatted)
                .collect(Collectors.joining(" || "));
    }

    @Test
    void whoeverAsksForItCanStopItWhileClassesAreMade() {
        RuleBook book = book(11, "price <= table( \"prices\" ).at( $inside, $outside, $below )");
        RuleBook other = book(11, "price < table( \"prices\" ).at( $inside, $outside, $below )");
        int[] asked = new int[1];
        Effort stopped = new Effort(1, name -> {
            if (asked[0]++ == 100) {
                throw new IllegalStateException(name);
            }
        });
        assertThatThrownBy(() -> MeaningDiff.of(book, other, stopped)).hasMessage("p/r0");
    }
}
