package io.subsidyrules.engine.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.answer.Answer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of numbers with many digits before the point and behind it: with six decimals they are larger than a long. */
class LargeSumsTest {

    private static final String LARGEST = "999999999999";

    private static String declares(int decimals, int members) {
        return """
                declare Load @en( "load" ) @zh( "车次" )
                    mass : BigDecimal @unit( "tonne", %d ) @en( "mass" ) @zh( "质量" )
                end
                """.formatted(decimals) + NumberRules.declare("""
                loads : Load[] @range( "0..%d" ) @en( "loads" ) @zh( "车次" )
                quota : BigDecimal @unit( "tonne", 6 ) @changeable @en( "quota" ) @zh( "配额" )
                used : BigDecimal @unit( "tonne", 6 ) @changeable @en( "tonnes used" ) @zh( "已用配额" )
                """.formatted(members));
    }

    private static String rule(int index, String condition) {
        return NumberRules.rule(
                "i" + index,
                "i" + index,
                "$w : Work( $quota : quota )"
                        + " accumulate( Load( $m : mass ) from $w.loads; $s : sum( $m ); %s )".formatted(condition),
                "award( $w, yuan( 10 ).times( $s ).atMost( yuan( %d00 ) ) );".formatted(index + 1));
    }

    private static NumberRules rules(int decimals, int members, String... conditions) {
        String rules = IntStream.range(0, conditions.length)
                .mapToObj(i -> rule(i, conditions[i]))
                .collect(Collectors.joining());
        return NumberRules.items(declares(decimals, members), rules, conditions.length);
    }

    private static String loads(String... masses) {
        return Stream.of(masses).map("{\"mass\":%s}"::formatted).collect(Collectors.joining(",", "\"loads\":[", "]"));
    }

    private static String loads(int count, String mass) {
        return loads(IntStream.range(0, count).mapToObj(i -> mass).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"4, 200", "5, 200", "6, 200", "6, 10", "6, 9", "0, 200"})
    void theyAreComparedAndPaidExactly(int decimals, int members) {
        String step = decimals == 0 ? "1" : "0." + "0".repeat(decimals - 1) + "1";
        String above = decimals == 0 ? "101" : "100" + step.substring(1);
        String below = decimals == 0 ? "99" : "99." + "9".repeat(decimals);
        try (NumberRules rules = rules(decimals, members, "$s >= 100")) {
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 100.00");
            assertThat(rules.told(loads("60", "40"))).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told(loads("0", above))).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told(loads("0", below))).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told(loads(below, "null"))).isEqualTo("UNDETERMINED at stake 100.00");
            assertThat(rules.told(loads(members, LARGEST))).isEqualTo("ELIGIBLE 100.00");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void tiersOfThemExcludeEachOtherUpToTheLargest(int decimals) {
        // 150,000,000,000,000 tonnes are more steps than a long can count from five decimals on.
        try (NumberRules rules = rules(
                decimals,
                200,
                "$s < 100",
                "$s >= 100, $s < 150_000_000_000_000",
                "$s >= 150_000_000_000_000, $s < 150_000_000_000_001",
                "$s > 150_000_000_000_000")) {
            // The first two never go together with another; the last two do.
            assertThat(rules.answer("2024-01-01", "").atStake()).hasToString("700.00");
            assertThat(statuses(rules, loads(150, LARGEST)))
                    .containsExactly("NOT_ELIGIBLE", "ELIGIBLE", "NOT_ELIGIBLE", "NOT_ELIGIBLE");
            assertThat(statuses(rules, loads(151, LARGEST)))
                    .containsExactly("NOT_ELIGIBLE", "NOT_ELIGIBLE", "NOT_ELIGIBLE", "ELIGIBLE");
        }
    }

    private static Stream<String> statuses(NumberRules rules, String facts) {
        Answer answer = rules.answer("2024-01-01", facts);
        return answer.claims().get(0).items().stream().map(item -> item.status().name());
    }

    @Test
    void fieldsComparedWithThemAreSolvedExactly() {
        try (NumberRules rules = rules(6, 200, "$s <= $quota")) {
            String facts = loads(200, LARGEST + ".999999") + ",\"quota\":0";
            assertThat(rules.told(facts)).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.changes(facts)).isEmpty();
            String few = loads("0.000001", "12.5") + ",\"quota\":12.5";
            assertThat(rules.told(few)).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.changes(few)).containsExactly("quota: 12.500001 tonnes or more");
        }
    }

    @Test
    void severalNumbersWithFactorsAreComparedExactly() {
        try (NumberRules rules = NumberRules.items(
                declares(6, 200),
                NumberRules.rule(
                        "i0",
                        "i0",
                        "$w : Work( quota * 1.234567 >= used * 0.765433 + 0.000001 )",
                        "award( $w, yuan( 100 ) );"),
                1)) {
            String largest = "\"quota\":%1$s.999999,\"used\":%1$s.999999".formatted(LARGEST);
            assertThat(rules.told(largest)).isEqualTo("ELIGIBLE 100.00");
            assertThat(rules.told("\"quota\":0,\"used\":0")).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.changes("\"quota\":0,\"used\":0")).containsExactly("quota: 0.000001 tonnes or more");
        }
    }

    @Test
    void tablesWithThemAsAKeyAreSearchedForTheMost() {
        String table = "mass,yuan\n<100,1\n100..500000000000,5\n>=500000000000,7\n";
        try (NumberRules rules = NumberRules.rule(
                Map.of("p/rates.csv", table),
                declares(6, 200),
                "$w : Work() accumulate( Load( $m : mass ) from $w.loads; $s : sum( $m ); $s >= 100 )",
                "award( $w, yuan( table( \"rates\" ).at( $s ) ).times( $s ).atMost( yuan( 900 ) ) );")) {
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 900.00");
            assertThat(rules.told(loads("100", "0.5"))).isEqualTo("ELIGIBLE 502.50");
        }
    }
}
