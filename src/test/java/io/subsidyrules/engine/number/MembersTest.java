package io.subsidyrules.engine.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers of members of a list, by the right values of real policies: bounded where facts are missing, explained. */
class MembersTest {

    private static final String WORKERS = """
            declare Worker @en( "worker" ) @zh( "员工" )
                contractMonths : Integer @range( "0..600" ) @en( "length of the contract in months" ) @zh( "合同月数" )
                insuredMonths : Integer @range( "0..600" ) @en( "number of months insured" ) @zh( "参保月数" )
                age : Integer @range( "0..120" ) @en( "age" ) @zh( "年龄" )
                wage : BigDecimal @en( "wage" ) @zh( "工资" )
                insured : Boolean @en( "insured" ) @zh( "参加保险" )
                hiredOn : LocalDate @en( "date of hiring" ) @zh( "招用日期" )
            end
            """;

    private static final String FIELDS = """
            workers : Worker[] @range( "0..200" ) @en( "workers" ) @zh( "员工" )
            quota : Integer @range( "0..200" ) @changeable @en( "quota" ) @zh( "名额" )
            openedOn : LocalDate @en( "date of opening" ) @zh( "开业日期" )
            """;

    private static final String TWELVE_AND_SIX =
            "accumulate( Worker( contractMonths >= 12, insuredMonths >= 6 ) from $w.workers; $hires : count(); $hires >= 1 )";

    private static NumberRules rule(String when, String then) {
        return NumberRules.items(WORKERS + NumberRules.declare(FIELDS), NumberRules.rule("i0", "i0", when, then), 1);
    }

    private static NumberRules asking(String members) {
        return rule("$w : Work() " + members, "award( $w, yuan( 1 ) );");
    }

    private static String workers(String... members) {
        return "\"workers\":[" + String.join(",", members) + "]";
    }

    private static String worker(String contract, String insured) {
        return "{\"contractMonths\":%s,\"insuredMonths\":%s}".formatted(contract, insured);
    }

    private static String aged(String age) {
        return "{\"age\":%s}".formatted(age);
    }

    @Test
    void membersThatMayStillBeCountedAreAtStake() {
        try (NumberRules rules = rule("$w : Work() " + TWELVE_AND_SIX, "award( $w, yuan( 2_000 ).times( $hires ) );")) {
            String facts = workers(worker("12", "6"), worker("12", "6"), worker("11", "6"), worker("12", "null"));
            assertThat(rules.told(facts)).isEqualTo("UNDETERMINED at stake 6000.00");
            assertThat(rules.questions(facts)).containsExactly("/claims/0/workers/3/insuredMonths");
            assertThat(rules.told(workers(worker("12", "6"), worker("12", "6"), worker("11", "6"))))
                    .isEqualTo("ELIGIBLE 4000.00");
            // A member of whom something is unknown that no longer matters is not asked about.
            assertThat(rules.told(workers(worker("12", "6"), worker("11", "null"))))
                    .isEqualTo("ELIGIBLE 2000.00");
            assertThat(rules.told(workers(worker("11", "6")))).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told(workers())).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 400000.00");
            assertThat(rules.questions("")).containsExactly("/claims/0/workers");
        }
    }

    @Test
    void oneThatFulfilsTheConditionsIsEnough() {
        try (NumberRules rules = asking("exists( Worker( age >= 60 ) from $w.workers )")) {
            assertThat(rules.told(workers(aged("30"), aged("61")))).isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told(workers(aged("null"), aged("61")))).isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told(workers(aged("30"), aged("null")))).isEqualTo("UNDETERMINED at stake 1.00");
            assertThat(rules.questions(workers(aged("30"), aged("null")))).containsExactly("/claims/0/workers/1/age");
            assertThat(rules.told(workers(aged("30"), aged("59")))).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.sentence(0, Language.EN))
                    .isEqualTo("for at least one of the workers, the age is at least 60");
            assertThat(rules.sentence(0, Language.ZH)).isEqualTo("至少有一个员工符合：年龄不少于60");
        }
    }

    @Test
    void noneMayFulfilThem() {
        try (NumberRules rules = asking("not( Worker( age < 16 ) from $w.workers )")) {
            assertThat(rules.told(workers(aged("30"), aged("16")))).isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told(workers(aged("30"), aged("15")))).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told(workers(aged("15"), aged("null")))).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told(workers(aged("30"), aged("null")))).isEqualTo("UNDETERMINED at stake 1.00");
            assertThat(rules.told(workers())).isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 1.00");
            assertThat(rules.sentence(0, Language.EN)).isEqualTo("for none of the workers, the age is less than 16");
            assertThat(rules.sentence(0, Language.ZH)).isEqualTo("没有员工符合：年龄小于16");
        }
    }

    @Test
    void whatNoneMayLackIsAskedOfEach() {
        try (NumberRules rules = asking("not( Worker( insured == false ) from $w.workers )")) {
            assertThat(rules.sentence(0, Language.EN)).isEqualTo("for each of the workers, insured");
            assertThat(rules.sentence(0, Language.ZH)).isEqualTo("每个员工均符合：参加保险");
        }
        try (NumberRules rules = asking("not( Worker( insured == true ) from $w.workers )")) {
            assertThat(rules.sentence(0, Language.EN)).isEqualTo("for none of the workers, insured");
        }
    }

    @Test
    void numbersOfMembersAreAddedUpAndBounded() {
        String paid =
                "accumulate( Worker( age >= 18, $wage : wage ) from $w.workers; $wages : sum( $wage ); $wages >= 10_000 )";
        try (NumberRules rules =
                rule("$w : Work() " + paid, "award( $w, percent( 10 ).of( $wages ).atMost( yuan( 5_000 ) ) );")) {
            String one = "{\"age\":30,\"wage\":8000}";
            assertThat(rules.told(workers(one, "{\"age\":40,\"wage\":4000.50}")))
                    .isEqualTo("ELIGIBLE 1200.05");
            assertThat(rules.told(workers(one, "{\"age\":17,\"wage\":4000.50}")))
                    .isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told(workers(one, "{\"wage\":4000.50}"))).isEqualTo("UNDETERMINED at stake 1200.05");
            assertThat(rules.questions(workers(one, "{\"wage\":4000.50}"))).containsExactly("/claims/0/workers/1/age");
            assertThat(rules.told(workers(one, "{\"age\":40}"))).isEqualTo("UNDETERMINED at stake 5000.00");
            assertThat(rules.questions(workers(one, "{\"age\":40}"))).containsExactly("/claims/0/workers/1/wage");
            assertThat(rules.sentence(0, Language.EN))
                    .isEqualTo(
                            "the sum of the wage of the workers for which the age is at least 18 is at least 10,000");
            assertThat(rules.sentence(0, Language.ZH)).isEqualTo("年龄不少于18的员工的工资之和不少于10,000");
        }
    }

    @Test
    void theLeastAndTheGreatestNeedAMember() {
        String paid = "accumulate( Worker( age >= 18, $wage : wage ) from $w.workers;"
                + " $least : min( $wage ), $most : max( $wage ); $least >= 3_000, $most <= 3 * $least )";
        try (NumberRules rules = asking(paid)) {
            assertThat(rules.told(workers("{\"age\":30,\"wage\":3000}", "{\"age\":40,\"wage\":9000}")))
                    .isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told(workers("{\"age\":30,\"wage\":3000}", "{\"age\":40,\"wage\":9000.01}")))
                    .isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told(workers("{\"age\":30,\"wage\":3000}", "{\"wage\":2999}")))
                    .isEqualTo("UNDETERMINED at stake 1.00");
            assertThat(rules.told(workers("{\"age\":17,\"wage\":3000}"))).isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told(workers())).isEqualTo("NOT_ELIGIBLE");
        }
    }

    @Test
    void conditionsOfMembersReadTheClaimAndLaterConditionsReadTheNumber() {
        String hired =
                "accumulate( Worker( hiredOn >= $opened ) from $w.workers; $hires : count() ) Applicant( $hires >= $quota )";
        try (NumberRules rules =
                rule("$w : Work( $opened : openedOn, $quota : quota ) " + hired, "award( $w, yuan( 1 ) );")) {
            String two = workers("{\"hiredOn\":\"2023-05-01\"}", "{\"hiredOn\":\"2022-05-01\"}");
            assertThat(rules.told("\"openedOn\":\"2023-01-01\",\"quota\":1," + two))
                    .isEqualTo("ELIGIBLE 1.00");
            assertThat(rules.told("\"openedOn\":\"2023-01-01\",\"quota\":2," + two))
                    .isEqualTo("NOT_ELIGIBLE");
            assertThat(rules.told("\"quota\":2," + two)).isEqualTo("UNDETERMINED at stake 1.00");
            assertThat(rules.questions("\"quota\":2," + two)).containsExactly("/claims/0/openedOn");
            // Nothing is told of what changes which members are counted; the quota is solved exactly.
            assertThat(rules.changes("\"openedOn\":\"2023-01-01\",\"quota\":2," + two))
                    .containsExactly("quota: 1 or less");
        }
    }

    @Test
    void conditionsOnTheNumberLimitWhatIsAtStake() {
        try (NumberRules rules = rule(
                "$w : Work() accumulate( Worker( age >= 60 ) from $w.workers; $n : count(); $n >= 1, $n <= 3 )",
                "award( $w, tiers( $n ).to( 2, yuan( 2_000 ) ).beyond( yuan( 3_000 ) ).atMost( yuan( 30_000 ) ) );")) {
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 7000.00");
            assertThat(rules.told(workers(aged("60"), aged("null")))).isEqualTo("UNDETERMINED at stake 4000.00");
            assertThat(rules.told(workers(aged("60"), aged("60"), aged("70")))).isEqualTo("ELIGIBLE 7000.00");
            assertThat(rules.calculation(workers(aged("60"), aged("60"), aged("70")), Language.EN))
                    .isEqualTo("2 × 2,000.00 + 1 × 3,000.00 = 7,000.00; at most 30,000.00: 7,000.00");
            assertThat(rules.calculation("", Language.EN))
                    .isEqualTo(
                            "2,000 yuan for each of the first 2 and 3,000 yuan for each from number 3 on, of the number of"
                                    + " the workers for which the age is at least 60, at most 30,000 yuan; at most 7,000.00,"
                                    + " since not all of it is known");
        }
    }

    @Test
    void eachMemberHasItsResultAtItsPlace() {
        try (NumberRules rules = rule("$w : Work() " + TWELVE_AND_SIX, "award( $w, yuan( 2_000 ).times( $hires ) );")) {
            ConditionAnswer counted = rules.item(workers(worker("12", "6"), worker("11", "6"), worker("12", "null")))
                    .explanation()
                    .orElseThrow()
                    .conditions()
                    .get(1);
            assertThat(counted.seen().pointer()).isEqualTo("/claims/0/workers");
            assertThat(counted.seen().text().en())
                    .isEqualTo("for at least one of the workers, the length of the contract in months is at least 12,"
                            + " and the number of months insured is at least 6");
            assertThat(counted.members())
                    .extracting(member -> member.pointer() + " " + member.counted()
                            + member.failed().stream().map(" "::concat).collect(Collectors.joining()))
                    .isEqualTo(List.of(
                            "/claims/0/workers/0 TRUE",
                            "/claims/0/workers/1 FALSE contractMonths >= 12",
                            "/claims/0/workers/2 UNKNOWN"));
        }
    }

    @Test
    void aRuleLooksAtMembersSoManyTimesAndNoMore() {
        String each = "exists( Worker( age in ( %s ) ) from $w.workers ) "
                .formatted(IntStream.range(0, 25).mapToObj(String::valueOf).collect(Collectors.joining(", ")));
        try (NumberRules rules = asking(each)) {
            assertThat(rules.told(workers(aged("24")))).isEqualTo("ELIGIBLE 1.00");
        }
        assertThatThrownBy(() -> asking(each + each))
                .hasMessageContaining("There are more than 10000 comparisons of one rule with the members of lists");
    }

    @Test
    void theListsOfAllClaimsHaveNoMoreMembersThanCanBeAskedAbout() {
        try (NumberRules rules = asking(TWELVE_AND_SIX)) {
            assertThat(read(rules, 50)).isEmpty();
            assertThat(read(rules, 51)).containsExactly("/claims/50/workers TOO_MANY");
        }
    }

    /** The faults of so many claims, each with two hundred workers of whom nothing is known. */
    private static List<String> read(NumberRules rules, int claims) {
        String workers = workers(IntStream.range(0, 200).mapToObj(i -> "{}").toArray(String[]::new));
        String body = IntStream.range(0, claims)
                .mapToObj(i -> "{\"type\":\"Work\",\"id\":\"c%s\",%s}".formatted(i, workers))
                .collect(Collectors.joining(
                        ",",
                        "{\"asOf\":\"2024-01-01\",\"applicant\":{\"id\":\"91130100MA0ABCDE10\"},\"claims\":[",
                        "]}"));
        try {
            rules.ruleset().reader().read(body.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
            return List.of();
        } catch (RequestFaultsException refused) {
            return refused.faults().stream()
                    .map(fault -> fault.pointer() + " " + fault.code())
                    .toList();
        }
    }
}
