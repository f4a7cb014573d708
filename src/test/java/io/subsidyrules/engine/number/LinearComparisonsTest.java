package io.subsidyrules.engine.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums of facts, each times a number, are compared exactly, in plain words, and solved exactly. */
class LinearComparisonsTest {

    private static final String FIELDS = """
            before : BigDecimal @changeable @en( "output of 2019" ) @zh( "2019年产值" )
            now : BigDecimal @changeable @range( "-1000000000.00..999999999999.99" )
                @en( "output of 2020" ) @zh( "2020年产值" )
            insured : Integer @en( "number of the insured" ) @zh( "参保人数" )
            laidOff : Integer @changeable @en( "number of those laid off" ) @zh( "裁员人数" )
            share : BigDecimal @unit( "percent", 3 ) @en( "share of research" ) @zh( "研发投入占比" )
            doneOn : LocalDate @en( "date of publication" ) @zh( "发布日期" )
            """;

    private static NumberRules asking(String condition) {
        return NumberRules.rule(FIELDS, "$w : Work( " + condition + " )", "award( $w, yuan( 1 ) );");
    }

    @Test
    void aNumberTimesAFactorIsComparedToTheFen() {
        try (NumberRules rules = asking("now >= before * 1.4")) {
            assertThat(rules.item("\"before\":200000000,\"now\":279999999.99").status())
                    .isEqualTo(Status.NOT_ELIGIBLE);
            assertThat(rules.item("\"before\":200000000,\"now\":280000000").status())
                    .isEqualTo(Status.ELIGIBLE);
            assertThat(rules.changes("\"before\":200000000,\"now\":279999999.99"))
                    .containsExactly("output of 2020: 280,000,000 or more", "output of 2019: 199,999,999.99 or less");
        }
    }

    @Test
    void aPercentageOfAWholeNumberIsComparedExactly() {
        for (String condition : List.of("laidOff <= insured * 0.055", "laidOff <= percent( 5.5 ).of( insured )")) {
            try (NumberRules rules = asking(condition)) {
                assertThat(rules.item("\"insured\":100000,\"laidOff\":5501").status())
                        .isEqualTo(Status.NOT_ELIGIBLE);
                assertThat(rules.item("\"insured\":100000,\"laidOff\":5500").status())
                        .isEqualTo(Status.ELIGIBLE);
                assertThat(rules.sentence(0, Language.EN))
                        .isEqualTo("the number of those laid off is at most 5.5% of the number of the insured");
                assertThat(rules.sentence(0, Language.ZH)).isEqualTo("裁员人数不超过参保人数的5.5%");
            }
        }
    }

    @Test
    void moneyIsNegativeWhereItsRangeSaysSo() {
        try (NumberRules rules = asking("now >= before")) {
            for (String now : List.of("180000000", "-180000000")) {
                assertThat(rules.item("\"before\":200000000,\"now\":" + now).status())
                        .isEqualTo(Status.NOT_ELIGIBLE);
            }
        }
    }

    @Test
    void whatHangsOnAnUnknownNumberIsUnknownAndAskedFor() {
        try (NumberRules rules = asking("now - before >= 10_000")) {
            assertThat(rules.item("\"before\":1").status()).isEqualTo(Status.UNDETERMINED);
            assertThat(rules.questions("\"before\":1")).containsExactly("/claims/0/now");
        }
    }

    @Test
    void sumsAreSaidInPlainWords() {
        assertSaid(
                "now >= before * 1.4",
                "the output of 2020 is at least 1.4 times the output of 2019",
                "2020年产值不少于2019年产值的1.4倍");
        assertSaid(
                "insured + laidOff >= ( now + before ) * 0.03",
                "the sum of the number of the insured and the number of those laid off is at least 3% of the sum of "
                        + "the output of 2020 and the output of 2019",
                "参保人数与裁员人数之和不少于2020年产值与2019年产值之和的3%");
        assertSaid(
                "now - before > 1_000_000",
                "the output of 2020 less the output of 2019 is more than 1,000,000",
                "2020年产值减去2019年产值大于1,000,000");
        assertSaid("share >= 3.125", "the share of research is at least 3.125%", "研发投入占比不少于3.125%");
        assertSaid(
                "doneOn.year == asOf.year - 1",
                "the year of the date of publication is the year before the year of the evaluation",
                "发布日期的年份为评估年份的前一年");
        assertSaid(
                "asOf.year - doneOn.year <= 3",
                "the year of the evaluation less the year of the date of publication is at most 3",
                "评估年份减去发布日期的年份不超过3");
    }

    /** "3% of this year less the year before" could be taken for this year less 3%. */
    @Test
    void whatAFactorIsOfIsSaid() {
        assertSaid(
                "laidOff <= ( now - before ) * 0.03",
                "the number of those laid off is at most 3% of (the output of 2020 less the output of 2019)",
                "裁员人数不超过（2020年产值减去2019年产值）的3%");
        assertSaid(
                "now * 2 - before > 0",
                "(2 times the output of 2020) less the output of 2019 is more than 0",
                "2020年产值的2倍减去2019年产值大于0");
        assertSaid(
                "now * 0.03 + before + 500 >= laidOff",
                "the sum of 500, the output of 2019 and 3% of the output of 2020 is at least"
                        + " the number of those laid off",
                "2020年产值的3%、2019年产值与500之和不少于裁员人数");
    }

    private static void assertSaid(String condition, String english, String chinese) {
        try (NumberRules rules = asking(condition)) {
            assertThat(rules.sentence(0, Language.EN)).isEqualTo(english);
            assertThat(rules.sentence(0, Language.ZH)).isEqualTo(chinese);
        }
    }

    @Test
    void theYearOfADateIsThatOfTheCalendar() {
        try (NumberRules rules = asking("doneOn.year == asOf.year - 1")) {
            String facts = "\"doneOn\":\"2023-12-31\"";
            assertThat(rules.answer("2024-01-01", facts).claims().get(0).status())
                    .isEqualTo(Status.ELIGIBLE);
            assertThat(rules.answer("2025-01-01", facts).claims().get(0).status())
                    .isEqualTo(Status.NOT_ELIGIBLE);
            assertThat(rules.changes("\"doneOn\":\"2021-05-05\""))
                    .containsExactly(
                            "date of the evaluation: from 1 January 2022 to 31 December 2022",
                            "date of publication: from 1 January 2023 to 31 December 2023");
        }
    }

    @Test
    void aNumberThatIsNoMoneyHasItsOwnDecimalsAndItsUnit() {
        try (NumberRules rules = asking("share >= 3.125")) {
            assertThat(rules.item("\"share\":3.125").status()).isEqualTo(Status.ELIGIBLE);
            assertThat(rules.changes("\"share\":3.124")).containsExactly("share of research: 3.125% or more");
        }
    }
}
