package io.subsidyrules.regression.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The wrong changes of each form of a condition, an amount and a table, all of them and no others. */
class MutantsOfRulesTest {

    private static final String VOCABULARY = """
            package vocabulary;
            declare Applicant @en( "applicant" ) @zh( "申请主体" )
                id : String @required @en( "id" ) @zh( "编号" )
                large : Boolean @en( "large" ) @zh( "大型" )
            end
            declare Claim @en( "claim" ) @zh( "申报事项" )
                id : String @required @en( "id" ) @zh( "编号" )
            end
            """;

    private static final String FACTS = """
            package p;
            import vocabulary.*;
            declare enum Colour
                RED( "red", "红" ), GREEN( "green", "绿" ), BLUE( "blue", "蓝" ), GREY( "grey", "灰" ), PINK( "pink", "粉" );
                en : String
                zh : String
            end
            declare Thing extends Claim
                @en( "thing" ) @zh( "物品" )
                age : Integer @range( "0..120" ) @en( "age" ) @zh( "年龄" )
                price : BigDecimal @en( "price" ) @zh( "价格" )
                share : BigDecimal @unit( "percent", 4 ) @en( "share" ) @zh( "占比" )
                madeOn : LocalDate @en( "date of making" ) @zh( "制造日期" )
                soldOn : LocalDate @en( "date of sale" ) @zh( "销售日期" )
                fresh : Boolean @en( "fresh" ) @zh( "新" )
                town : String @en( "town" ) @zh( "乡镇" )
                colour : Colour @en( "colour" ) @zh( "颜色" )
            end
            """;

    private static final String RULES = """
            package p;
            import vocabulary.*;
            global java.time.LocalDate asOf;
            %s
            """;

    private static final String RULE = """
            rule "%s"%s @clause( "1.1" ) @per( "thing" )
                date-effective "2024-01-01"
            when
                $thing : Thing( %s, $price : price, $age : age, $colour : colour )
            then
                award( $thing, %s );
            end
            """;

    private static final String POLICY = """
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
                    items: [ %s ]
            """;

    private static RuleBook book(Map<String, String> tables, String others, String... rules) {
        Map<String, String> files = new HashMap<>(tables);
        files.put("vocabulary/facts.drl", VOCABULARY);
        files.put("p/facts.drl", FACTS);
        files.put("p/rules.drl", RULES.formatted(others + String.join("\n", rules)));
        files.put(
                "p/policy.yaml",
                POLICY.formatted(IntStream.range(0, rules.length)
                        .mapToObj("{ id: r%1$d, title: { en: Thing, zh: 物品 } }"::formatted)
                        .collect(Collectors.joining(", "))));
        return Dialect.read(RuleSources.of(files));
    }

    private static List<Mutant> mutants(String condition, String amount) {
        return Mutants.of(book(Map.of(), "", RULE.formatted("r0", "", condition, amount)));
    }

    private static List<String> sentences(List<Mutant> mutants, MutantKind... kinds) {
        return mutants.stream()
                .filter(mutant -> List.of(kinds).contains(mutant.kind()))
                .map(mutant ->
                        mutant.change().en().replaceFirst("^Rule “r0”: ", "").replaceFirst("\\.$", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            age < 60; age <= 60 | age >= 60 | age < 59
            age <= 60; age < 60 | age > 60 | age <= 61
            age > 60; age >= 60 | age <= 60 | age > 61
            age >= 60; age > 60 | age < 60 | age >= 59
            age == 60; age != 60 | age == 61 | age == 59
            price > 1_000; price >= 1000 | price <= 1000 | price > 1000.01
            share >= 2.5; share > 2.5 | share < 2.5 | share >= 2.4999
            madeOn < "2024-03-01"; madeOn <= "2024-03-01" | madeOn >= "2024-03-01" | madeOn < "2024-02-29"
            madeOn.year >= 2020; madeOn.year > 2020 | madeOn.year < 2020 | madeOn.year >= 2019
            soldOn >= madeOn; soldOn > madeOn | soldOn < madeOn
            soldOn >= madeOn.plusYears( 2 ); soldOn > madeOn.plusYears( 2 ) | soldOn < madeOn.plusYears( 2 ) | soldOn >= madeOn.plusYears( 3 ) | soldOn >= madeOn.plusYears( 1 )
            fresh == true; fresh == false
            town == "a"; town != "a"
            colour == Colour.RED; colour != Colour.RED | colour == Colour.GREEN | colour == Colour.BLUE | colour == Colour.GREY
            colour == Colour.PINK; colour != Colour.PINK | colour == Colour.RED | colour == Colour.GREEN | colour == Colour.BLUE
            town str[startsWith] "13"; town not str[startsWith] "13" | town str[startsWith] "1"
            town str[endsWith] "13"; town not str[endsWith] "13" | town str[endsWith] "3"
            """)
    void aComparisonIsFlippedTurnedRoundAndMovedByAStep(String condition, String others) {
        assertThat(sentences(
                        mutants(condition, "yuan( 100 )"),
                        MutantKind.COMPARISON,
                        MutantKind.CONSTANT,
                        MutantKind.DATE,
                        MutantKind.TEST))
                .containsExactlyElementsOf(Stream.of(others.split(" \\| "))
                        .map(other -> "“%s” becomes “%s”".formatted(condition.replace("1_000", "1000"), other))
                        .toList());
    }

    @Test
    void aListHasAMemberLessAndOneMore() {
        assertThat(sentences(
                        mutants("colour in ( Colour.RED, Colour.BLUE )", "yuan( 100 )"),
                        MutantKind.TEST,
                        MutantKind.CONSTANT))
                .containsExactly(
                        "“colour in ( Colour.RED, Colour.BLUE )” becomes “colour not in ( Colour.RED, Colour.BLUE )”",
                        "“colour in ( Colour.RED, Colour.BLUE )” becomes “colour in ( Colour.BLUE )”",
                        "“colour in ( Colour.RED, Colour.BLUE )” becomes “colour in ( Colour.RED )”",
                        "“colour in ( Colour.RED, Colour.BLUE )” becomes “colour in ( Colour.RED, Colour.BLUE, Colour.GREY )”");
    }

    @Test
    void ofALongListOnlySomeMembersAreDropped() {
        String members = IntStream.range(0, 100).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        assertThat(sentences(mutants("age in ( " + members + " )", "yuan( 100 )"), MutantKind.CONSTANT))
                .hasSize(LiteralMutants.MEMBERS);
    }

    @Test
    void andIsOrAndAPartIsDropped() {
        assertThat(sentences(
                        mutants("age > 60 || fresh == true", "yuan( 100 )"), MutantKind.JUNCTION, MutantKind.CONDITION))
                .containsExactly(
                        "it no longer asks for “age > 60 || fresh == true”",
                        "in “age > 60 || fresh == true”, “||” becomes “&&”",
                        "in “age > 60 || fresh == true”, the part “age > 60” is dropped",
                        "in “age > 60 || fresh == true”, the part “fresh == true” is dropped");
    }

    static Stream<Arguments> amounts() {
        return Stream.of(
                Arguments.of("yuan( 0.01 )", List.of("the amount 0.01 becomes 0.02")),
                Arguments.of(
                        "percent( 50 ).of( $price ).atMost( yuan( 300 ) )",
                        List.of(
                                "the ceiling 300 becomes 300.01",
                                "the ceiling 300 becomes 299.99",
                                "the percentage 50 becomes 50.01",
                                "the percentage 50 becomes 49.99")),
                Arguments.of(
                        "percent( 1.125 ).of( $price ).plus( yuan( 10 ) ).atLeast( yuan( 20 ) ).atMost( yuan( 300 ) )",
                        List.of(
                                "the ceiling is left out",
                                "the least amount is left out",
                                "the percentage 1.125 becomes 1.126",
                                "the percentage 1.125 becomes 1.124",
                                "the amount 10 becomes 10.01",
                                "the amount 10 becomes 9.99",
                                "the amount 20 becomes 20.01",
                                "the amount 20 becomes 19.99",
                                "the ceiling 300 becomes 300.01",
                                "the ceiling 300 becomes 299.99")),
                Arguments.of(
                        "tiers( $age ).to( 3, yuan( 20 ) ).beyond( yuan( 30 ) ).atMost( yuan( 300 ) )",
                        List.of(
                                "the ceiling is left out",
                                "the end of a tier, 3, becomes 4",
                                "the end of a tier, 3, becomes 2",
                                "the rate of a tier, 20, becomes 20.01",
                                "the rate of a tier, 20, becomes 19.99",
                                "the rate beyond the last tier, 30, becomes 30.01",
                                "the rate beyond the last tier, 30, becomes 29.99",
                                "the ceiling 300 becomes 300.01",
                                "the ceiling 300 becomes 299.99")));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void eachNumberOfAnAmountIsTheLeastStepMoreAndLess(String amount, List<String> changes) {
        assertThat(sentences(
                        mutants("fresh == true", amount),
                        MutantKind.AMOUNT,
                        MutantKind.CEILING,
                        MutantKind.RATE,
                        MutantKind.TIER))
                .containsExactlyElementsOf(changes);
    }

    @Test
    void aConditionThatSeveralRulesExtendIsChangedForAllOfThem() {
        String general = """
                rule "asked of all"
                when
                    Applicant( large == true )
                then
                end
                """;
        List<Mutant> mutants = Mutants.of(book(
                Map.of(),
                general,
                RULE.formatted("r0", " extends \"asked of all\"", "age > 1", "yuan( 100 )"),
                RULE.formatted("r1", " extends \"asked of all\"", "age > 2", "yuan( 200 )")));
        assertThat(mutants)
                .filteredOn(mutant -> mutant.kind() == MutantKind.GENERAL_CONDITION)
                .singleElement()
                .satisfies(mutant -> {
                    assertThat(mutant.change().en())
                            .isEqualTo("None of the rules that share it asks for “large == true” any longer.");
                    assertThat(mutant.items()).extracting(item -> item.id()).containsExactlyInAnyOrder("r0", "r1");
                });
        assertThat(mutants)
                .extracting(mutant -> mutant.change().en())
                .contains(
                        "Rule “r0”: it no longer asks for “large == true”.",
                        "“large == true” becomes “large == false”.");
    }

    @Test
    void anItemWhoseOnlyRuleIsDeletedIsStillKnown() {
        assertThat(mutants("age > 1", "yuan( 100 )"))
                .filteredOn(mutant -> mutant.kind() == MutantKind.RULE)
                .singleElement()
                .satisfies(mutant -> {
                    try (Ruleset ruleset = Ruleset.of(mutant.book())) {
                        assertThat(ruleset.items())
                                .extracting(item -> item.id())
                                .containsExactly("r0");
                    }
                });
    }

    @Test
    void aMutantIsMadeOnceTheOneBeforeItIsTaken() {
        RuleBook book = book(
                Map.of(),
                "",
                RULE.formatted("r0", "", "age > 1, price > 1", "yuan( 100 )"),
                RULE.formatted("r1", "", "age > 2", "yuan( 200 )"));
        List<Object> seen = new ArrayList<>();
        Mutants.parts(book).forEach(part -> part.forEach(place -> seen.add("asked"), mutant -> seen.add("taken")));
        assertThat(seen).startsWith("asked", "taken", "asked", "taken", "asked", "taken");
        List<Mutant> none = new ArrayList<>();
        Mutants.parts(book).forEach(part -> part.forEach(place -> false, none::add));
        assertThat(none).isEmpty();
    }

    private static List<Mutant> ofTable(String csv, String key) {
        return Mutants.of(book(
                        Map.of("p/sizes.csv", csv),
                        "",
                        RULE.formatted("r0", "", "fresh == true", "yuan( table( \"sizes\" ).at( " + key + " ) )")))
                .stream()
                .filter(mutant -> mutant.kind() == MutantKind.TABLE)
                .toList();
    }

    @Test
    void aTableHasOtherNumbersAndOtherLimits() {
        assertThat(ofTable("age,yuan\n0..10,100\n10..121,250.5\n", "$age"))
                .extracting(mutant -> mutant.change().en())
                .containsExactly(
                        "Table “sizes”, line 2: its number 100 becomes 100.1.",
                        "Table “sizes”, line 2: its number 100 becomes 99.9.",
                        "Table “sizes”, line 2: its number 100 and 250.5 of line 3 are exchanged.",
                        "Table “sizes”, line 3: its number 250.5 becomes 250.6.",
                        "Table “sizes”, line 3: its number 250.5 becomes 250.4.",
                        "Table “sizes”, line 2: the limit 10 of “age” becomes 11.",
                        "Table “sizes”, line 2: the limit 10 of “age” becomes 9.");
    }

    @Test
    void theNumbersOfConstantsAreExchanged() {
        assertThat(ofTable("colour,yuan\nRED,100\nGREEN,100\nBLUE,300\n", "$colour"))
                .extracting(mutant -> mutant.change().en())
                .filteredOn(change -> change.contains("exchanged"))
                .containsExactly("Table “sizes”, line 3: its number 100 and 300 of line 4 are exchanged.");
    }

    @Test
    void ofALongTableSomeRowsAreChangedTheFirstAndTheLastAmongThem() {
        String rows = IntStream.range(0, 100)
                .mapToObj(i -> i + "," + (1_000 + i) + "\n")
                .collect(Collectors.joining());
        List<Mutant> mutants = ofTable("age,yuan\n" + rows, "$age");
        assertThat(mutants).hasSizeLessThan(TableMutants.ROWS * 8);
        assertThat(mutants).extracting(mutant -> mutant.place().line()).contains(2, 101);
    }

    @Test
    void ofEachARulesetCanBeMade() {
        assertThat(Stream.of(
                                mutants(
                                        "age in ( 1, 2 ) && ( fresh == true || price > 3 )",
                                        "yuan( 100 ).times( $age - 2 )"),
                                ofTable("age,yuan\n0..10,100\n20..30,250.5\n", "$age"))
                        .flatMap(List::stream))
                .allSatisfy(mutant -> Ruleset.of(mutant.book()).close());
    }
}
