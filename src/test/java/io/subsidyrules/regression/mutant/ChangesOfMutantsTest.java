package io.subsidyrules.regression.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each form of a rule has the wrong changes that belong to it, and what they make can be evaluated. */
class ChangesOfMutantsTest {

    private static final String VOCABULARY = """
            package vocabulary;
            declare Applicant @en( "applicant" ) @zh( "申请主体" )
                id : String @required @en( "id" ) @zh( "编号" )
                town : String @en( "town" ) @zh( "乡镇" )
            end
            declare Claim @en( "claim" ) @zh( "申报事项" )
                id : String @required @en( "id" ) @zh( "编号" )
            end
            """;

    private static final String RULES = """
            package p;
            import vocabulary.*;
            global java.time.LocalDate asOf;
            declare Person
                @en( "person" ) @zh( "成员" )
                age : Integer @range( "0..120" ) @en( "age" ) @zh( "年龄" )
                town : String @en( "town" ) @zh( "乡镇" )
            end
            declare Home extends Claim
                @en( "home" ) @zh( "住房" )
                people : Person[] @range( "0..20" ) @en( "people" ) @zh( "家庭成员" )
                boughtOn : LocalDate @en( "date of purchase" ) @zh( "购买日期" )
            end
            rule "home" @clause( "1.1" ) @per( "home" ) @decides( "boughtOn" )
                date-effective "2024-01-01" date-expires "2025-01-01"
            when
                Applicant( town memberOf Towns )
                $home : Home()
                exists( Person( age >= 60, town not memberOf Towns ) from $home.people )
                not( Person( age < 6 ) from $home.people )
                not Awards( item == "home", year == asOf.year - 1 )
                exists Awards( item == "home", decidedOn > asOf.minusYears( 3 ) )
            then
                award( $home, yuan( 1_000 ) );
            end
            rule "home-from-2025" @item( "home" ) @clause( "1.1" ) @per( "home" ) @decides( "boughtOn" )
                date-effective "2025-01-01"
            when
                $home : Home()
            then
                award( $home, yuan( 2_000 ) );
            end
            rule "limit" @clause( "1.2" )
                date-effective "2024-01-01" date-expires "2026-01-01"
            when
                Applicant( town memberOf Towns || town == "c" )
                $awards : Awards( item == "home", decidedOn > asOf.minusMonths( 1 ) )
            then
                limit( $awards, yuan( 1_500 ) );
            end
            """;

    private static final String POLICY = """
            id: p
            title: { en: Homes, zh: 住房 }
            issuer: { en: a city, zh: 某市 }
            issued: 2020-01-01
            source: { en: made for tests, zh: 供测试 }
            per: [ { id: home, text: { en: home, zh: 套住房 } } ]
            measures:
              - number: 1
                title: { en: Homes, zh: 住房 }
                summary: { en: Homes., zh: 住房。 }
                clauses:
                  - number: "1.1"
                    title: { en: Home, zh: 住房 }
                    summary: { en: A home., zh: 住房。 }
                    items: [ { id: home, title: { en: Home, zh: 住房 } } ]
                  - { number: "1.2", title: { en: Limit, zh: 限额 }, summary: { en: A limit., zh: 限额。 } }
            """;

    private static final RuleBook BOOK = Dialect.read(RuleSources.of(Map.of(
            "vocabulary/facts.drl", VOCABULARY,
            "p/rules.drl", RULES,
            "p/towns.csv", "town\na\nb\n",
            "p/policy.yaml", POLICY)));

    private static final List<Mutant> MUTANTS = Mutants.of(BOOK);

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            In the rule home, in town memberOf Towns: memberOf and not memberOf are swapped
            In the limit limit, in town memberOf Towns || town == "c": memberOf and not memberOf are swapped
            The rule home asks members otherwise in town not memberOf Towns: memberOf and not memberOf are swapped
            In the rule home, in exists( Person( age >= 60, town not memberOf Towns ) from $home.people ): exists and not are swapped
            In the rule home, in not( Person( age < 6 ) from $home.people ): exists and not are swapped
            In the rule home, in not Awards( item == "home", year == asOf.year - 1 ): exists and not are swapped
            In the rule home, in not Awards( item == "home", year == asOf.year - 1 ): the year is 2 before
            In the rule home, in not Awards( item == "home", year == asOf.year - 1 ): the year is 0 before
            In the rule home, in exists Awards( item == "home", decidedOn > asOf.minusYears( 3 ) ): the time is 4 Years
            In the rule home, in exists Awards( item == "home", decidedOn > asOf.minusYears( 3 ) ): the time is 2 Years
            In the awards of the limit limit the time is 2 Months
            The limit limit no longer asks for town memberOf Towns || town == "c"
            The item home is no longer decided by boughtOn
            The rule home begins a day later
            The rule home begins a day earlier
            The rule home ends a day earlier
            The rule home-from-2025 begins a day later
            The limit limit begins a day later
            The limit limit ends a day later
            The limit limit ends a day earlier
            """)
    void isThere(String change) {
        assertThat(MUTANTS).extracting(mutant -> mutant.change().en()).contains(change);
    }

    /** Of a month nothing is left; two rules of an item do not overlap; before a rule there is nothing to limit. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            In the awards of the limit limit the time is 0 Months
            The rule home ends a day later
            The rule home-from-2025 begins a day earlier
            The limit limit begins a day earlier
            """)
    void isNotThere(String change) {
        assertThat(MUTANTS).extracting(mutant -> mutant.change().en()).doesNotContain(change);
    }

    @Test
    void noneIsThereTwiceAndOfEachARulesetCanBeMade() {
        assertThat(MUTANTS)
                .allSatisfy(mutant -> Ruleset.of(mutant.book()).close())
                .extracting(mutant -> mutant.change().en())
                .doesNotHaveDuplicates();
    }
}
