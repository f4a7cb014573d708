package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.policy.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is suggested for the fields that tell projects apart never makes a claim the repeat of an earlier one. */
class ChangedKeysTest {

    private static final Map<String, String> FILES = Map.of("vocabulary/v.drl", """
            package vocabulary;
            declare Applicant @en( "a" ) @zh( "a" )
                id : String @required @check( "GB 32100-2015" ) @en( "id" ) @zh( "id" )
            end
            declare Claim @en( "c" ) @zh( "c" )
                id : String @required @en( "id" ) @zh( "id" )
            end
            """, "p/types.drl", """
            package p;
            import vocabulary.*;
            declare Road extends Claim @en( "road" ) @zh( "r" )
                number : Integer @key @en( "number" ) @zh( "n" )
                year : Integer @key @en( "year" ) @zh( "y" )
            end
            declare Work extends Claim @en( "work" ) @zh( "w" )
                name : String @key @en( "name" ) @zh( "n" )
            end
            """);

    @Test
    void twoKeysThatOnlyTheEarlierClaimCanHaveAreNotSuggested() {
        assertThat(secondRoad("number == 1, year == 2")).isEmpty();
    }

    @Test
    void theKeyThatCanGivesWay() {
        List<Change> changes = secondRoad("number <= 1, year == 2");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).fields())
                .extracting(fact -> ChangeWords.of(fact, Language.EN))
                .containsExactly("number: 0 or less", "year: 2");
    }

    private static List<Change> secondRoad(String conditions) {
        try (Ruleset ruleset = ruleset("Road", List.of(conditions))) {
            return changes(ruleset, """
                    {"type":"Road","id":"c1","number":1,"year":2},{"type":"Road","id":"c2","number":5,"year":6}""", 1);
        }
    }

    @Test
    void ofTheNamesThatAreTakenOnlyThoseAreToldThatWouldDo() {
        try (Ruleset ruleset = ruleset("Work", List.of("name str[startsWith] \"A\""))) {
            List<Change> changes = changes(ruleset, """
                    {"type":"Work","id":"c1","name":"A"},{"type":"Work","id":"c2","name":"B"},{"type":"Work","id":"c3","name":"C"}""", 2);
            assertThat(changes).hasSize(1);
            assertThat(changes.get(0).fields().get(0).wanted().not()).containsExactly("A");
        }
    }

    @Test
    void manyLongNamesThatAreTakenMakeNoHugeAnswer() {
        List<String> conditions = IntStream.range(0, 40)
                .mapToObj(i -> "name str[startsWith] \"A\", name != \"A%d\"".formatted(i))
                .toList();
        String claims = IntStream.range(0, Ruleset.MOST_CLAIMS_FOR_CHANGES)
                .mapToObj(i -> "{\"type\":\"Work\",\"id\":\"c%d\",\"name\":\"%s%d%s\"}"
                        .formatted(i, i < 50 ? "A" : "B", i, "一".repeat(490)))
                .collect(Collectors.joining(","));
        try (Ruleset ruleset = ruleset("Work", conditions)) {
            assertThat(AnswerWriter.bytes(answer(ruleset, claims), Language.EN)).hasSizeLessThan(40_000_000);
        }
    }

    private static List<Change> changes(Ruleset ruleset, String claims, int claim) {
        ItemAnswer item = answer(ruleset, claims).claims().get(claim).items().get(0);
        Optional<Explanation> explanation = item.explanation();
        return explanation.orElseThrow().changes().orElseThrow();
    }

    private static Answer answer(Ruleset ruleset, String claims) {
        String request = """
                {"asOf":"2023-05-01","applicant":{"id":"91130100MA0ABCDE10"},"claims":[%s]}""".formatted(claims);
        return ruleset.evaluate(
                ruleset.reader().read(request.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH), Explain.CHANGES);
    }

    /** A ruleset of one item for each of the conditions on a type. */
    private static Ruleset ruleset(String type, List<String> conditions) {
        Map<String, String> files = new TreeMap<>(FILES);
        files.put(
                "p/rules.drl",
                "package p;\nimport vocabulary.*;\n"
                        + IntStream.range(0, conditions.size())
                                .mapToObj(i -> """
                                        rule "i%d" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                                        when $t : %s( %s ) then award( $t, yuan( 1 ) ); end
                                        """.formatted(i, type, conditions.get(i)))
                                .collect(Collectors.joining()));
        files.put(
                "p/policy.yaml",
                ManyRules.policy(IntStream.range(0, conditions.size())
                        .mapToObj(i -> "          - { id: i%d, title: { en: t, zh: t } }\n".formatted(i))
                        .collect(Collectors.joining())));
        return Ruleset.of(RuleSources.of(files));
    }
}
