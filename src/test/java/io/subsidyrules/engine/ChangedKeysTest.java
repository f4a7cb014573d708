package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.ChangeWording;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.Explanation;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.random.WantedValues;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is suggested for the fields that tell projects apart never makes a claim the repeat, or the look-alike, of an earlier one. */
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
                good : Boolean @en( "good" ) @zh( "g" )
            end
            declare Bridge extends Claim @en( "bridge" ) @zh( "b" )
                river : String @key @en( "river" ) @zh( "r" )
                place : String @key @en( "place" ) @zh( "p" )
                length : Integer @en( "length" ) @zh( "l" )
            end
            """);

    /** Names of which many are one, or look like one. */
    private static final List<String> SPELLINGS =
            List.of("A", "a", "\u0430", "Ａ", "A-", "AB", "A B", "Q01", "QO1", "q 01", "B", "第二期", "第2期", "2");

    private static final List<String> CONDITIONS = List.of(
            "name == \"a\"",
            "name == \"QO1\"",
            "name in ( \"A\", \"2\", \"B\" )",
            "name str[startsWith] \"a\"",
            "name str[startsWith] \"第\"",
            "name != \"A\", name != \"Q01\"",
            "good == true",
            "name str[startsWith] \"Q\", good == true");

    private static final Ruleset WORKS = ruleset("Work", CONDITIONS);

    @Test
    void twoKeysThatOnlyTheEarlierClaimCanHaveAreNotSuggested() {
        assertThat(secondRoad("number == 1, year == 2")).isEmpty();
    }

    @Test
    void theKeyThatCanGivesWay() {
        List<Change> changes = secondRoad("number <= 1, year == 2");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).fields())
                .extracting(fact -> ChangeWording.of(fact, Language.EN))
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

    @ParameterizedTest
    @CsvSource({"'name == \"a\"', A", "'name == \"QO1\"', Q01", "'name in ( \"a\", \"а\" )', A"})
    void aNameThatIsTakenInAnotherSpellingIsNotSuggested(String condition, String taken) {
        try (Ruleset ruleset = ruleset("Work", List.of(condition))) {
            assertThat(changes(ruleset, work("c1", taken, true) + "," + work("c2", "B", true), 1))
                    .isEmpty();
        }
    }

    @Test
    void aNameThatLooksLikeOneThatIsTakenIsRuledOut() {
        try (Ruleset ruleset = ruleset("Work", List.of("name str[startsWith] \"a\""))) {
            List<Change> changes = changes(ruleset, work("c1", "A", true) + "," + work("c2", "B", true), 1);
            assertThat(changes).hasSize(1);
            assertThat(changes.get(0).status()).isEqualTo(Status.ELIGIBLE);
            assertThat(changes.get(0).fields().get(0).wanted().not()).containsExactly("A");
        }
    }

    @Test
    void whatLooksLikeAnEarlierClaimIsAtBestReferredWhateverElseOfItChanges() {
        try (Ruleset ruleset = ruleset("Work", List.of("good == true"))) {
            List<Change> changes = changes(ruleset, work("c1", "Q01", true) + "," + work("c2", "QO1", false), 1);
            assertThat(changes).hasSize(1);
            assertThat(changes.get(0).status()).isEqualTo(Status.REFERRED);
            assertThat(changes.get(0).fields())
                    .extracting(Change.NewFact::pointer)
                    .containsExactly("/claims/1/good");
        }
    }

    @Test
    void aKeyIsFreeWhereAnotherKeyTellsTheProjectsApart() {
        try (Ruleset ruleset = ruleset("Bridge", List.of("river == \"Hutuo\""))) {
            String taken = "{\"type\":\"Bridge\",\"id\":\"c1\",\"river\":\"HUTUO\",\"place\":\"二桥\"},";
            String claim = "{\"type\":\"Bridge\",\"id\":\"c2\",\"river\":\"Fuyang\",\"place\":\"%s\"}";
            assertThat(changes(ruleset, taken + claim.formatted("2桥"), 1)).isEmpty();
            assertThat(changes(ruleset, taken + claim.formatted("3桥"), 1)).hasSize(1);
        }
    }

    @Property(tries = 80)
    void everySuggestionGivesWhatItPromisesHoweverNamesAreSpelt(
            @ForAll @Size(min = 2, max = 4) List<@From("spellings") String> names, @ForAll long seed) {
        Random random = new Random(seed);
        WantedValues values = new WantedValues(random, WORKS.book().vocabulary());
        List<Work> claims =
                names.stream().map(name -> new Work(name, random.nextBoolean())).toList();
        Answer answer = answer(WORKS, written(claims));
        for (int i = 0; i < claims.size(); i++) {
            for (ItemAnswer item : answer.claims().get(i).items()) {
                for (Change change : item.explanation().orElseThrow().changes().orElse(List.of())) {
                    List<Work> changed = new ArrayList<>(claims);
                    changed.set(i, claims.get(i).with(change, values));
                    assertThat(status(
                                    item,
                                    answer(WORKS, written(changed)).claims().get(i)))
                            .as("%s by %s", changed, change)
                            .isEqualTo(change.status());
                }
            }
        }
    }

    private record Work(String name, boolean good) {

        Work with(Change change, WantedValues values) {
            Work changed = this;
            for (Change.NewFact fact : change.fields()) {
                Object value = values.of(fact);
                changed = value instanceof Boolean other
                        ? new Work(changed.name, other)
                        : new Work(value.toString(), changed.good);
            }
            return changed;
        }
    }

    private static Status status(ItemAnswer item, ClaimAnswer claim) {
        return claim.items().stream()
                .filter(other -> other.item().equals(item.item()))
                .map(ItemAnswer::status)
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<String> spellings() {
        return Arbitraries.of(SPELLINGS);
    }

    private static String written(List<Work> claims) {
        return IntStream.range(0, claims.size())
                .mapToObj(i -> work("c" + i, claims.get(i).name(), claims.get(i).good()))
                .collect(Collectors.joining(","));
    }

    private static String work(String id, String name, boolean good) {
        return "{\"type\":\"Work\",\"id\":\"%s\",\"name\":\"%s\",\"good\":%s}".formatted(id, name, good);
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
