package io.subsidyrules.engine.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.dialect.lookup.Gaps;
import io.subsidyrules.dialect.lookup.KeyDomain;
import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.text.Language;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables, columns of enums and values that change with dates, by the right values of real policies. */
class TablesTest {

    private static final String GAZELLE = """
            sales,growth,award
            20_000_000..100_000_000,40.01..100,200_000
            20_000_000..100_000_000,100..150.01,300_000
            20_000_000..100_000_000,>150,400_000
            100_000_000..500_000_000,30.01..100,300_000
            100_000_000..500_000_000,100..200.01,500_000
            100_000_000..500_000_000,>200,800_000
            500_000_000..1_000_000_000,20.01..50,300_000
            500_000_000..1_000_000_000,50..100.01,500_000
            500_000_000..1_000_000_000,>100,800_000
            """;

    private static NumberRules gazelle() {
        return NumberRules.rule(
                Map.of("p/gazelle-award.csv", GAZELLE),
                NumberRules.declare("""
                        sales : BigDecimal @changeable @en( "sales" ) @zh( "销售收入" )
                        growth : BigDecimal @unit( "percent", 2 ) @range( "-100..100000" ) @changeable
                            @en( "growth" ) @zh( "增长率" )
                        """),
                "$w : Work( $sales : sales, $growth : growth )",
                "award( $w, table( \"gazelle-award\" ).at( $sales, $growth ) );");
    }

    @Test
    void theRowOfSalesAndGrowthIsGiven() {
        try (NumberRules rules = gazelle()) {
            assertThat(rules.told("\"sales\":60000000,\"growth\":41.42")).isEqualTo("ELIGIBLE 200000.00");
            assertThat(rules.told("\"sales\":40000000,\"growth\":100")).isEqualTo("ELIGIBLE 300000.00");
            assertThat(rules.told("\"sales\":62500000,\"growth\":150")).isEqualTo("ELIGIBLE 300000.00");
            assertThat(rules.told("\"sales\":64000000,\"growth\":152.98")).isEqualTo("ELIGIBLE 400000.00");
            assertThat(rules.told("\"sales\":39200000,\"growth\":40")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("\"sales\":170000000,\"growth\":30.38")).isEqualTo("ELIGIBLE 300000.00");
            assertThat(rules.told("\"sales\":500000000,\"growth\":29.10")).isEqualTo("ELIGIBLE 300000.00");
            assertThat(rules.told("\"sales\":1000000000,\"growth\":150")).isEqualTo("NOT_ELIGIBLE");
        }
    }

    @Test
    void theLargestStepOfTheBandIsAtStakeOnce() {
        try (NumberRules rules = gazelle()) {
            assertThat(rules.told("\"sales\":70000000")).isEqualTo("UNDETERMINED at stake 400000.00");
            assertThat(rules.questions("\"sales\":70000000")).containsExactly("/claims/0/growth");
            assertThat(rules.told("\"growth\":160")).isEqualTo("UNDETERMINED at stake 800000.00");
            assertThat(rules.told("\"growth\":45")).isEqualTo("UNDETERMINED at stake 300000.00");
            assertThat(rules.told("\"growth\":5")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("\"sales\":10")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 800000.00");
        }
    }

    @Test
    void theCalculationShowsTheOneRowThatCounted() {
        try (NumberRules rules = gazelle()) {
            assertThat(rules.calculation("\"sales\":60000000,\"growth\":160", Language.EN))
                    .isEqualTo(
                            "table “gazelle-award”, sales from 20,000,000 to below 100,000,000, growth more than 150%: "
                                    + "400,000.00");
            assertThat(rules.calculation("\"sales\":60000000,\"growth\":160", Language.ZH))
                    .isEqualTo("表“gazelle-award”，销售收入不少于20,000,000、少于100,000,000，增长率大于150%：400,000.00");
            assertThat(rules.calculation("\"sales\":60000000", Language.EN))
                    .isEqualTo("the amount in yuan in the table “gazelle-award” for the sales and the growth; at most"
                            + " 400,000.00, since not all of it is known");
        }
    }

    @Test
    void aChangeTellsWhatWouldHaveARow() {
        try (NumberRules rules = gazelle()) {
            assertThat(rules.gains("\"sales\":60000000,\"growth\":40"))
                    .containsExactly(
                            "400000.00: growth: 40.01% or more",
                            "300000.00: sales: from 100,000,000 to 999,999,999.99");
            assertThat(rules.gains("\"sales\":5000000,\"growth\":40"))
                    .contains("300000.00: sales: from 100,000,000 to 999,999,999.99");
        }
    }

    private static final String CEILINGS = """
            members,ceiling
            1,"2,608"
            2,3410
            3,4442
            4,5288
            5,6134
            6,6980
            7,8002
            8,9025
            """;

    private static NumberRules ceilings(String range) {
        return NumberRules.rule(
                Map.of("p/ceilings.csv", CEILINGS),
                NumberRules.declare("""
                        income : BigDecimal @changeable @en( "income" ) @zh( "收入" )
                        members : Integer @range( "%s" ) @changeable @en( "number of members" ) @zh( "人数" )
                        """.formatted(range)),
                "$w : Work( income <= table( \"ceilings\" ).at( members ) )",
                "award( $w, yuan( 100 ) );");
    }

    @Test
    void aConditionIsTrueWhereAllRowsMakeItSo() {
        try (NumberRules rules = ceilings("1..8")) {
            assertThat(rules.told("\"income\":2600")).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told("\"income\":2608")).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told("\"income\":9025.01")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("\"income\":4442")).isEqualTo("UNDETERMINED at stake 100.00");
            assertThat(rules.questions("\"income\":4442")).containsExactly("/claims/0/members");
            assertThat(rules.told("\"income\":4442,\"members\":3")).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told("\"income\":4442.01,\"members\":3")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.questions("\"members\":3")).containsExactly("/claims/0/income");
            assertThat(rules.sentence(0, Language.EN))
                    .isEqualTo("the income is at most the number in the table “ceilings” for the number of members");
            assertThat(rules.sentence(0, Language.ZH)).isEqualTo("收入不超过表“ceilings”中人数对应的数值");
            assertThat(rules.item("\"income\":4442.01,\"members\":3")
                            .failed()
                            .get(0)
                            .text()
                            .en())
                    .isEqualTo("the income is at most the number in the table “ceilings” for the number of members "
                            + "(number of members 3: 4,442)");
            assertThat(rules.changes("\"income\":4442.01,\"members\":3"))
                    .containsExactly("income: 4,442 or less", "number of members: 4 or more");
        }
    }

    /** Where members may be nine, for whom there is no row, nobody is paid before they are known. */
    @Test
    void noRowIsNotEligible() {
        try (NumberRules rules = ceilings("1..9")) {
            assertThat(rules.told("\"income\":2600")).isEqualTo("UNDETERMINED at stake 100.00");
            assertThat(rules.told("\"income\":2600,\"members\":9")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("\"members\":9")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.changes("\"income\":2600,\"members\":9")).containsExactly("number of members: 8 or less");
        }
    }

    @Test
    void aComparisonIsFalseWithoutARowEitherWay() {
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/ceilings.csv", CEILINGS),
                NumberRules.declare("""
                        income : BigDecimal @en( "income" ) @zh( "收入" )
                        members : Integer @range( "1..9" ) @en( "number of members" ) @zh( "人数" )
                        """),
                "$w : Work( !( income <= table( \"ceilings\" ).at( members ) ) )",
                "award( $w, yuan( 100 ) );")) {
            assertThat(rules.told("\"income\":2609,\"members\":1")).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told("\"income\":2600,\"members\":9")).isEqualTo("NOT_ELIGIBLE");
        }
    }

    private static NumberRules base(String call) {
        return NumberRules.rule(
                Map.of("p/base.csv", "from,base\r\n2024-01-01,100\r\n2025-04-01,110\r\n"),
                NumberRules.declare("months : Integer @range( \"0..12\" ) @en( \"months\" ) @zh( \"月数\" )"),
                "$w : Work( $months : months )",
                "award( $w, " + call + ".times( $months ) );");
    }

    @Test
    void aBaseIsThatOfTheDay() {
        try (NumberRules rules = base("table( \"base\" ).at()")) {
            assertThat(awarded(rules, "2025-03-31")).isEqualTo("100.00");
            assertThat(awarded(rules, "2025-04-01")).isEqualTo("110.00");
            assertThat(awarded(rules, "2023-12-31")).isEqualTo("NOT_ELIGIBLE");
            ItemAnswer item = rules.answer("2025-03-31", "\"months\":2")
                    .claims()
                    .get(0)
                    .items()
                    .get(0);
            assertThat(item.explanation()
                            .orElseThrow()
                            .calculation()
                            .orElseThrow()
                            .en())
                    .isEqualTo("table “base”, date of the evaluation from 1 January 2024 to 31 March 2025: 100.00; "
                            + "100.00 × 2 = 200.00");
        }
        try (NumberRules rules = base("table( \"base\" ).at( asOf )")) {
            assertThat(awarded(rules, "2025-04-01")).isEqualTo("110.00");
        }
    }

    private static String awarded(NumberRules rules, String asOf) {
        ItemAnswer item =
                rules.answer(asOf, "\"months\":1").claims().get(0).items().get(0);
        return item.amount()
                .map(yuan -> yuan.amount().toPlainString())
                .orElse(item.status().name());
    }

    @Test
    void theDayOfAValueCanBeThatOfTheEvent() {
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/base.csv", "from,kind,base\n2024/1/1,A,100\n2025/4/1,A,110\n2025/4/1,B,7\n"),
                NumberRules.declare("""
                        kind : String @en( "kind" ) @zh( "类别" )
                        doneOn : LocalDate @changeable @en( "date of completion" ) @zh( "完成日期" )
                        """),
                "$w : Work( $kind : kind, $on : doneOn )",
                "award( $w, table( \"base\" ).at( $kind, $on ) );")) {
            assertThat(rules.told("\"kind\":\"A\",\"doneOn\":\"2025-03-31\"")).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told("\"kind\":\"A\",\"doneOn\":\"2025-04-01\"")).isEqualTo("ELIGIBLE 110.00");
            assertThat(rules.told("\"kind\":\"B\",\"doneOn\":\"2025-03-31\"")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("\"kind\":\"A\"")).isEqualTo("UNDETERMINED at stake 110.00");
            assertThat(rules.told("\"kind\":\"C\"")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.changes("\"kind\":\"B\",\"doneOn\":\"2025-03-31\""))
                    .containsExactly("kind: “A”", "date of completion: 1 April 2025 or later");
        }
    }

    @Test
    void theDayThatDecidesIsThatOfDatedValues() {
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/base.csv", "from,base\n2024-01-01,100\n2025-04-01,110\n"),
                NumberRules.declare("doneOn : LocalDate @en( \"date of completion\" ) @zh( \"完成日期\" )")
                        .replace("@zh( \"工程\" )", "@zh( \"工程\" ) @decides( \"doneOn\" )"),
                "$w : Work()",
                "award( $w, table( \"base\" ).at() );")) {
            assertThat(rules.told("\"doneOn\":\"2025-03-31\"")).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told("\"doneOn\":\"2025-04-01\"")).isEqualTo("ELIGIBLE 110.00");
            assertThat(rules.told("\"doneOn\":\"2023-04-01\"")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 110.00");
            assertThat(rules.questions("")).containsExactly("/claims/0/doneOn");
        }
    }

    private static final String PLACES = """
            declare enum Place
                DELTA( "Pearl River Delta", "珠三角地区", 50_000, 1_200_000 ),
                ELSEWHERE( "elsewhere in Guangdong", "粤东、粤西、粤北地区", 200_000, 1_500_000 );
                en : String
                zh : String
                aboveScale : BigDecimal
                champion : BigDecimal @en( "champion award" ) @zh( "冠军奖" )
            end
            """;

    private static NumberRules places(String when, String then) {
        return NumberRules.rule(Map.of(), PLACES + NumberRules.declare("""
                        place : Place @changeable @en( "place" ) @zh( "地区" )
                        cost : BigDecimal @changeable @en( "cost" ) @zh( "费用" )
                        """), when, then);
    }

    @Test
    void aColumnOfAnEnumIsAnAmount() {
        try (NumberRules rules = places("$w : Work( $place : place )", "award( $w, yuan( $place.champion ) );")) {
            assertThat(rules.told("\"place\":\"DELTA\"")).isEqualTo("ELIGIBLE 1200000.00");
            assertThat(rules.told("\"place\":\"ELSEWHERE\"")).isEqualTo("ELIGIBLE 1500000.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 1500000.00");
            assertThat(rules.questions("")).containsExactly("/claims/0/place");
            assertThat(rules.calculation("\"place\":\"DELTA\"", Language.EN))
                    .isEqualTo("champion award, Pearl River Delta: 1,200,000.00");
            assertThat(rules.calculation("\"place\":\"DELTA\"", Language.ZH)).isEqualTo("冠军奖，珠三角地区：1,200,000.00");
        }
    }

    @Test
    void aColumnOfAnEnumIsACondition() {
        try (NumberRules rules = places(
                "$w : Work( cost >= place.aboveScale, $place : place, $cost : cost )",
                "award( $w, percent( 50 ).of( $cost ).atMost( yuan( $place.champion ) ) );")) {
            assertThat(rules.told("\"place\":\"DELTA\",\"cost\":50000")).isEqualTo("ELIGIBLE 25000.00");
            assertThat(rules.told("\"place\":\"ELSEWHERE\",\"cost\":50000")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("\"place\":\"DELTA\",\"cost\":10000000")).isEqualTo("ELIGIBLE 1200000.00");
            assertThat(rules.told("\"cost\":100000")).isEqualTo("UNDETERMINED at stake 50000.00");
            assertThat(rules.told("\"cost\":10000000")).isEqualTo("UNDETERMINED at stake 1500000.00");
            assertThat(rules.told("\"cost\":49999.99")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.sentence(0, Language.EN))
                    .isEqualTo("the cost is at least the number “aboveScale” of the place");
            assertThat(rules.sentence(0, Language.ZH)).isEqualTo("费用不少于地区的数值“aboveScale”");
            assertThat(rules.gains("\"place\":\"ELSEWHERE\",\"cost\":60000"))
                    .containsExactly("1500000.00: cost: 200,000 or more", "30000.00: place: Pearl River Delta");
        }
    }

    /** The ceiling and the percentage are of one place: 10% of it or 1,200,000 there, not the best of both. */
    @Test
    void twoColumnsOfOneUnknownConstantAreOfOneRow() {
        try (NumberRules rules = places(
                "$w : Work( $place : place )",
                "award( $w, yuan( $place.aboveScale ).times( 7 ).atMost( yuan( $place.champion ) ) );"
                        .replace(".times( 7 )", ".plus( yuan( 1_290_000 ) )"))) {
            assertThat(rules.told("\"place\":\"DELTA\"")).isEqualTo("ELIGIBLE 1200000.00");
            assertThat(rules.told("\"place\":\"ELSEWHERE\"")).isEqualTo("ELIGIBLE 1490000.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 1490000.00");
        }
    }

    @Test
    void aMemberOfAListIsEligible() {
        StringBuilder list = new StringBuilder("postcode\n");
        for (int i = 0; i < 1_118; i++) {
            list.append("%05d\n".formatted(10_000 + 7 * i));
        }
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/communes.csv", list.toString()),
                NumberRules.declare("postcode : String @changeable @en( \"postcode\" ) @zh( \"邮编\" )"),
                "$w : Work( postcode memberOf Communes )",
                "award( $w, yuan( 100 ) );")) {
            assertThat(rules.told("\"postcode\":\"10007\"")).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told("\"postcode\":\"10008\"")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("\"postcode\":\"postcode\"")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 100.00");
            assertThat(rules.sentence(0, Language.EN)).isEqualTo("the postcode is in the list “communes”");
            assertThat(rules.sentence(0, Language.ZH)).isEqualTo("邮编在名单“communes”中");
        }
    }

    @Test
    void whoIsInAListCanBeLeftOut() {
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/struck-off.csv", "\uFEFFcode\r\n11\r\n\r\n12\r\n"),
                NumberRules.declare("code : Integer @range( \"1..99\" ) @changeable @en( \"code\" ) @zh( \"代码\" )"),
                "$w : Work( code not memberOf StruckOff )",
                "award( $w, yuan( 100 ) );")) {
            assertThat(rules.told("\"code\":10")).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told("\"code\":11")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.changes("\"code\":11")).containsExactly("code: 10 or less");
        }
    }

    private static final String WORKERS = """
            declare Worker @en( "worker" ) @zh( "员工" )
                age : Integer @range( "0..120" ) @en( "age" ) @zh( "年龄" )
                town : String @en( "town" ) @zh( "城镇" )
                wage : BigDecimal @en( "wage" ) @zh( "工资" )
            end
            """ + NumberRules.declare("""
                    workers : Worker[] @range( "0..9" ) @en( "workers" ) @zh( "员工" )
                    boughtOn : LocalDate @en( "date of purchase" ) @zh( "购买日期" )
                    """);

    @Test
    void aNumberOfMembersCanBeAKey() {
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/grants.csv", "n,amount\n0,0\n1,100\n2..5,250\n>=5,400\n"),
                WORKERS,
                "$w : Work() accumulate( Worker( age >= 60 ) from $w.workers; $n : count() )",
                "award( $w, table( \"grants\" ).at( $n ) );")) {
            assertThat(rules.told("\"workers\":[{\"age\":61},{\"age\":30}]")).isEqualTo("ELIGIBLE 100.00");
            String open = "\"workers\":[{\"age\":61},{\"town\":\"A\"}]";
            assertThat(rules.told(open)).isEqualTo("UNDETERMINED at stake 250.00");
            assertThat(rules.questions(open)).containsExactly("/claims/0/workers/1/age");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 400.00");
            assertThat(rules.questions("")).containsExactly("/claims/0/workers");
        }
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/grants.csv", "n,amount\n1,100\n"),
                WORKERS,
                "$w : Work() accumulate( Worker( age >= 60 ) from $w.workers; $n : count() )",
                "award( $w, table( \"grants\" ).at( $n ) );")) {
            assertThat(rules.sentence(0, Language.EN))
                    .isEqualTo("the table “grants” has a row for the number of the workers");
            assertThat(rules.sentence(0, Language.ZH)).isEqualTo("表“grants”中有员工数量对应的一行");
        }
    }

    @Test
    void aConditionOnANumberOfATableForMembersAsksForThem() {
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/ceilings.csv", "n,amount\n0..2,100\n2..10,250\n"),
                WORKERS,
                "$w : Work() accumulate( Worker( age >= 60, $wage : wage ) from $w.workers; $n : count(), $sum : sum( $wage );"
                        + " $sum <= table( \"ceilings\" ).at( $n ) )",
                "award( $w, yuan( 1 ) );")) {
            assertThat(rules.told("\"workers\":[{\"age\":61,\"wage\":100}]")).isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told("\"workers\":[{\"age\":61,\"wage\":101}]")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.questions("\"workers\":[{\"wage\":101}]")).containsExactly("/claims/0/workers/0/age");
        }
    }

    /** One or two of three count: the rows for none and for three do not matter. */
    @Test
    void onlyRowsForNumbersThatMembersCanStillComeToMatter() {
        String sixty = "accumulate( Worker( age >= 60 ) from $w.workers; $n : count()%s )";
        String open = "\"workers\":[{\"age\":61},{\"age\":30},{\"town\":\"A\"}]";
        Map<String, String> agreeing = Map.of("p/grants.csv", "n,amount\n0,0\n1..3,250\n3,400\n");
        try (NumberRules rules = NumberRules.rule(
                agreeing,
                WORKERS,
                "$w : Work() " + sixty.formatted("; table( \"grants\" ).at( $n ) == 250"),
                "award( $w, yuan( 1 ) );")) {
            assertThat(rules.told(open)).isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told("\"workers\":[{\"town\":\"A\"}]")).isEqualTo("UNDETERMINED at stake 1.00");
            assertThat(rules.told("\"workers\":[{\"age\":30}]")).isEqualTo("NOT_ELIGIBLE");
        }
        try (NumberRules rules = NumberRules.rule(
                agreeing,
                WORKERS,
                "$w : Work() " + sixty.formatted("; table( \"grants\" ).at( 2 * $n - 1 ) <= 250"),
                "award( $w, yuan( 1 ) );")) {
            assertThat(rules.told("\"workers\":[{\"age\":61},{\"age\":30}]")).isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told("\"workers\":[{\"age\":30},{\"town\":\"A\"}]"))
                    .isEqualTo("UNDETERMINED at stake 1.00");
        }
        try (NumberRules rules = NumberRules.rule(
                agreeing,
                WORKERS,
                "$w : Work() " + sixty.formatted(""),
                "award( $w, table( \"grants\" ).at( $n ) );")) {
            assertThat(rules.told(open)).isEqualTo("ELIGIBLE 250.00");
            assertThat(rules.questions(open)).isEmpty();
            assertThat(rules.told("\"workers\":[{\"town\":\"A\"},{\"town\":\"A\"}]"))
                    .isEqualTo("UNDETERMINED at stake 250.00");
        }
    }

    /** A search through so many rows was once given up, and the table taken for one without gaps. */
    @Test
    void aGapOfALongTableIsFound() {
        StringBuilder table = new StringBuilder("size,number\n");
        IntStream.range(0, 1_000).filter(i -> i != 700).forEach(i -> table.append("%d,5\n".formatted(i)));
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/long.csv", table.toString()),
                NumberRules.declare("size : Integer @range( \"0..999\" ) @en( \"size\" ) @zh( \"面积\" )"),
                "$w : Work( table( \"long\" ).at( size ) == 5 )",
                "award( $w, yuan( 1 ) );")) {
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 1.00");
            assertThat(rules.told("\"size\":700")).isEqualTo("NOT_ELIGIBLE");
            Operand.Lookup read = ReadTables.of(rules.ruleset().book().rules().get(0))
                    .iterator()
                    .next();
            assertThat(Gaps.of(read.table(), KeyDomain.of(read.keys()), 2))
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.cells().get(0).contains(new BigDecimal(700)))
                            .isTrue());
        }
    }

    @Test
    void rowsWeighWhereverARuleReadsThem() {
        StringBuilder table = new StringBuilder("size,number\n");
        IntStream.range(0, 1_000).forEach(i -> table.append("%d,%d\n".formatted(i, i)));
        String field = "size : Integer @range( \"0..999\" ) @en( \"size\" ) @zh( \"面积\" )";
        IntFunction<NumberRules> reading = times -> NumberRules.rule(
                Map.of("p/long.csv", table.toString()),
                NumberRules.declare(field),
                "$w : Work( "
                        + IntStream.range(0, times)
                                .mapToObj(i -> "table( \"long\" ).at( size ) > " + i)
                                .collect(Collectors.joining(", "))
                        + " )",
                "award( $w, yuan( 1 ) );");
        reading.apply(5).close();
        assertThatThrownBy(() -> reading.apply(8)).hasMessageContaining("TOO_EXPENSIVE");
    }

    @Test
    void theMostOfManyTablesDecidesAnOrder() {
        StringBuilder table = new StringBuilder("size,number\n");
        IntStream.range(0, 100).forEach(i -> table.append("%d,%d\n".formatted(i, i)));
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/long.csv", table.toString()),
                NumberRules.declare("""
                        size : Integer @range( "0..99" ) @en( "size" ) @zh( "面积" )
                        width : Integer @range( "0..99" ) @en( "width" ) @zh( "宽" )
                        """),
                "$w : Work( table( \"long\" ).at( size ) - table( \"long\" ).at( width ) < 100 )",
                "award( $w, yuan( 1 ) );")) {
            assertThat(rules.told("")).isEqualTo("ELIGIBLE 1.00");
        }
    }

    @Test
    void whoseTableHasNoRowIsNoMemberThatCounts() {
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/wages.csv", "town,amount\nA,100\n"),
                WORKERS,
                "$w : Work() not( Worker( wage > table( \"wages\" ).at( town ) ) from $w.workers )",
                "award( $w, yuan( 1 ) );")) {
            assertThat(rules.told("\"workers\":[{\"wage\":200,\"town\":\"nowhere\"}]"))
                    .isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told("\"workers\":[{\"wage\":200,\"town\":\"A\"}]"))
                    .isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("\"workers\":[{\"wage\":200}]")).isEqualTo("UNDETERMINED at stake 1.00");
        }
    }

    @Test
    void theDayOfTheEventDecidesForMembersToo() {
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/base.csv", "from,amount\n2023-01-01,100\n2023-04-01,110\n"),
                WORKERS.replace("@en( \"work\" )", "@decides( \"boughtOn\" ) @en( \"work\" )"),
                "$w : Work() exists( Worker( wage >= table( \"base\" ).at() ) from $w.workers )",
                "award( $w, yuan( 1 ) );")) {
            String bought = "\"workers\":[{\"wage\":105}],\"boughtOn\":\"%s\"";
            assertThat(rules.told(bought.formatted("2023-03-31"))).isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told(bought.formatted("2023-04-01"))).isEqualTo("NOT_ELIGIBLE");
        }
    }

    /** A number of the policy, such as the rate of the year, in a file of its own. */
    @Test
    void aTableOfOneNumberHasNoKeys() {
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/cap.csv", "cap\n500\n"),
                NumberRules.declare("sales : BigDecimal @changeable @en( \"sales\" ) @zh( \"销售收入\" )"),
                "$w : Work( sales >= table( \"cap\" ).at(), $sales : sales )",
                "award( $w, percent( 50 ).of( $sales ).atMost( table( \"cap\" ).at() ) );")) {
            assertThat(rules.told("\"sales\":499.99")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("\"sales\":500")).isEqualTo("ELIGIBLE 250.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 500.00");
            assertThat(rules.gains("\"sales\":1")).containsExactly("500.00: sales: 500 or more");
            assertThat(rules.calculation("\"sales\":2000", Language.EN))
                    .isEqualTo("50% of 2,000.00 = 1,000.00; table “cap”: 500.00; the less: 500.00");
            assertThat(rules.calculation("\"sales\":2000", Language.ZH))
                    .isEqualTo("2,000.00 的 50% = 1,000.00；表“cap”：500.00；取其低者：500.00");
            assertThat(rules.sentence(0, Language.EN))
                    .isEqualTo("the sales is at least the number in the table “cap” (500)");
            assertThat(rules.sentence(0, Language.ZH)).isEqualTo("销售收入不少于表“cap”中的数值（500）");
        }
    }

    private static final String CLASSES = """
            declare enum Kind
                FAST( "fast", "高速", 70 ), SLOW( "slow", "低速", 50 );
                en : String
                zh : String
                share : BigDecimal @unit( "percent" ) @en( "share" ) @zh( "比例" )
            end
            """ + NumberRules.declare("""
                    kind : Kind @en( "kind" ) @zh( "类别" )
                    cost : BigDecimal @en( "cost" ) @zh( "费用" )
                    """);

    private static NumberRules classes(String amount) {
        return NumberRules.rule(
                Map.of("p/rates.csv", "kind,rate\nFAST,70\nSLOW,50\n"),
                CLASSES,
                "$w : Work( $kind : kind, $cost : cost )",
                "award( $w, %s.atMost( yuan( 900 ) ) );".formatted(amount));
    }

    @Test
    void aPercentageOfATableIsCalledOne() {
        try (NumberRules rules = classes("percent( table( \"rates\" ).at( $kind ) ).of( $cost )")) {
            assertThat(rules.calculation("", Language.EN))
                    .startsWith("the percentage in the table “rates” for the kind, of the cost, at most 900 yuan; ");
            assertThat(rules.calculation("", Language.ZH)).startsWith("费用乘以表“rates”中类别对应的百分比，最多900元；");
            assertThat(rules.calculation("\"kind\":\"FAST\",\"cost\":1000", Language.EN))
                    .isEqualTo("table “rates”, kind fast: 70%; 70% of 1,000.00 = 700.00; at most 900.00: 700.00");
        }
        try (NumberRules rules = classes("percent( $kind.share ).of( $cost )")) {
            assertThat(rules.calculation("", Language.EN))
                    .startsWith("the share of the kind, of the cost, at most 900 yuan; ");
            assertThat(rules.calculation("", Language.ZH)).startsWith("费用乘以类别的比例，最多900元；");
            assertThat(rules.calculation("\"kind\":\"FAST\",\"cost\":1000", Language.EN))
                    .isEqualTo("share, fast: 70%; 70% of 1,000.00 = 700.00; at most 900.00: 700.00");
        }
    }
}
