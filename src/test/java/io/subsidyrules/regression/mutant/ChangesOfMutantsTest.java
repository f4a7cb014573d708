package io.subsidyrules.regression.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Rule “home”: it is deleted.
            Rule “home”: the amount 1000 becomes 1000.01.
            Rule “home”: the amount 1000 becomes 999.99.
            Rule “home”: “award” becomes “support”.
            Rule “home”: “award” becomes “refer”.
            Rule “home”: it no longer asks for “town memberOf Towns”.
            Rule “home”: “town memberOf towns” becomes “town not memberOf towns”.
            Rule “home”: of “people”, it no longer asks for “age >= 60”.
            Rule “home”: of “people”, “age >= 60” becomes “age > 60”.
            Rule “home”: of “people”, “age >= 60” becomes “age >= 59”.
            Rule “home”: of “people”, “town not memberOf towns” becomes “town memberOf towns”.
            Rule “home”: in “exists( Person( age >= 60, town not memberOf Towns ) from $home.people )”, `exists` becomes `not`, or the reverse.
            Rule “home”: in “not( Person( age < 6 ) from $home.people )”, `exists` becomes `not`, or the reverse.
            Rule “home”: in “not Awards( item == "home", year == asOf.year - 1 )”, `exists` becomes `not`, or the reverse.
            Rule “home”: in “not Awards( item == "home", year == asOf.year - 1 )”, the year of the awards, 1 before that of the evaluation, becomes 2 before.
            Rule “home”: in “not Awards( item == "home", year == asOf.year - 1 )”, the year of the awards, 1 before that of the evaluation, becomes 0 before.
            Rule “home”: in “exists Awards( item == "home", decidedOn > asOf.minusYears( 3 ) )”, a time of 3 years becomes one of 4.
            Rule “home”: in “exists Awards( item == "home", decidedOn > asOf.minusYears( 3 ) )”, a time of 3 years becomes one of 2.
            Rule “home”: in “exists Awards( item == "home", decidedOn > asOf.minusYears( 3 ) )”, the first day of the time counts too.
            Rule “home”: the first day in force becomes 2024-01-02 instead of 2024-01-01.
            Rule “home”: the first day in force becomes 2023-12-31 instead of 2024-01-01.
            Rule “home”: the first day no longer in force becomes 2024-12-31 instead of 2025-01-01.
            Rule “home-from-2025”: the first day in force becomes 2025-01-02 instead of 2025-01-01.
            The item “home” is decided by the day of the evaluation, no longer by “date of purchase”.
            Limit “limit”: it is deleted.
            Limit “limit”: its number 1500 becomes 1500.01.
            Limit “limit”: its number 1500 becomes 1499.99.
            Limit “limit”: an award that does not fit is refused, no longer cut.
            Limit “limit”: a time of 1 months becomes one of 2.
            Limit “limit”: it no longer asks for “town memberOf Towns || town == "c"”.
            Limit “limit”: “town memberOf towns” becomes “town not memberOf towns”.
            Limit “limit”: in “town memberOf Towns || town == "c"”, “||” becomes “&&”.
            Limit “limit”: in “town memberOf Towns || town == "c"”, the part “town memberOf towns” is dropped.
            Limit “limit”: the first day in force becomes 2024-01-02 instead of 2024-01-01.
            Limit “limit”: the first day no longer in force becomes 2026-01-02 instead of 2026-01-01.
            Limit “limit”: the first day no longer in force becomes 2025-12-31 instead of 2026-01-01.
            """)
    void isThere(String change) {
        assertThat(MUTANTS).extracting(mutant -> mutant.change().en()).contains(change);
    }

    /** Of a month nothing is left; two rules of an item do not overlap; before a rule there is nothing to limit. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Limit “limit”: a time of 1 months becomes one of 0.
            Rule “home”: the first day no longer in force becomes 2025-01-02 instead of 2025-01-01.
            Rule “home-from-2025”: the first day in force becomes 2024-12-31 instead of 2025-01-01.
            Limit “limit”: the first day in force becomes 2023-12-31 instead of 2024-01-01.
            """)
    void isNotThere(String change) {
        assertThat(MUTANTS).extracting(mutant -> mutant.change().en()).doesNotContain(change);
    }

    @Test
    void aLimitIsSeenByTheItemsThatItCountsAndARuleByItsOwn() {
        assertThat(MUTANTS).extracting(Mutant::items).containsOnly(Set.of(new AwardChoice.Item("p", "home")));
    }

    @Test
    void itsPlaceIsThatOfTheChangedPart() {
        assertThat(MUTANTS)
                .filteredOn(mutant -> mutant.change().en().startsWith("Rule “home”"))
                .extracting(mutant -> mutant.place().line())
                .contains(lineOf("rule \"home\""), lineOf("age >= 60"), lineOf("date-expires \"2025"), lineOf("1_000"));
    }

    private static int lineOf(String part) {
        return RULES.substring(0, RULES.indexOf(part)).split("\n", -1).length;
    }

    @Test
    void noneIsThereTwiceAndOfEachARulesetCanBeMade() {
        assertThat(MUTANTS)
                .allSatisfy(mutant -> Ruleset.of(mutant.book()).close())
                .extracting(Mutant::change)
                .doesNotHaveDuplicates();
    }

    @Test
    void eachKindHasATitleInBothLanguages() {
        assertThat(MutantKind.values())
                .allSatisfy(kind -> assertThat(kind.title()).isNotNull());
    }
}
