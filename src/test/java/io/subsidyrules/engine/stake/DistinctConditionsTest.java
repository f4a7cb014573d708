package io.subsidyrules.engine.stake;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.ManyRules;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At stake are items together only where no text, no earlier award and no member would have to be two things. */
class DistinctConditionsTest {

    private static final String VOCABULARY = """
            package vocabulary;
            declare Applicant @en( "applicant" ) @zh( "主体" )
                id : String @required @en( "id" ) @zh( "编号" )
                parent : String @en( "holding company" ) @zh( "控股公司" )
            end
            declare Claim @en( "claim" ) @zh( "事项" )
                id : String @required @en( "id" ) @zh( "编号" )
            end
            """;

    private static final String DECLARES = """
            package p;
            import vocabulary.*;
            global java.time.LocalDate asOf;
            declare enum Kind
                NEW( "new", "新" ), USED( "used", "旧" );
                en : String
                zh : String
            end
            declare Worker @en( "worker" ) @zh( "员工" )
                age : Integer @range( "0..120" ) @en( "age" ) @zh( "年龄" )
            end
            declare Work extends Claim @en( "work" ) @zh( "工程" )
                site : String @key @en( "site" ) @zh( "地点" )
                postcode : String @en( "postcode" ) @zh( "邮编" )
                kind : Kind @en( "kind" ) @zh( "类型" )
                workers : Worker[] @range( "0..200" ) @en( "workers" ) @zh( "员工" )
                doneOn : LocalDate @en( "day" ) @zh( "日期" )
            end
            rule "form" @en( "the postcode begins with 13" ) @zh( "邮编以13开头" )
            when $w : Work( postcode matches "13.*" ) then end
            """;

    private static final String KEYS = "$kind : kind, $postcode : postcode, ";

    /** Of two items, at stake are 100 and 10 yuan. */
    private static String atStake(String... conditions) {
        String rules = IntStream.range(0, conditions.length)
                .mapToObj(i -> """
                        rule "i%1$d" %2$s @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                        when Applicant( $parent : parent ) %3$s then award( $w, yuan( %4$d ) ); end
                        """.formatted(
                                i,
                                conditions[i].startsWith("extends") ? conditions[i] : "",
                                patterns(conditions[i]),
                                i == 0 ? 100 : 10))
                .collect(Collectors.joining());
        String items = IntStream.range(0, conditions.length)
                .mapToObj(i -> "          - { id: i%d, title: { en: t, zh: t } }\n".formatted(i))
                .collect(Collectors.joining());
        Map<String, String> files = Map.of(
                "vocabulary/v.drl",
                VOCABULARY,
                "p/rules.drl",
                DECLARES + rules,
                "p/policy.yaml",
                ManyRules.policy(items),
                "p/Communes.csv",
                "code\n1301\n1302\n2201\n",
                "p/Mountains.csv",
                "code\n1302\n2201\n2202\n",
                "p/Coast.csv",
                "code\n3301\n",
                "p/rates.csv",
                "kind,yuan\nNEW,5\nUSED,1\n",
                "p/towns.csv",
                "postcode,yuan\n1301,5\n1302,1\n");
        try (Ruleset ruleset = Ruleset.of(RuleSources.of(files))) {
            String request = """
                    {"asOf":"2024-06-01","applicant":{"id":"A1"},"claims":[{"type":"Work","id":"c1"}]}""";
            return ruleset.evaluate(
                            ruleset.reader().read(request.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH),
                            Explain.SUMMARY)
                    .claims()
                    .get(0)
                    .atStake()
                    .toString();
        }
    }

    private static String patterns(String condition) {
        if (condition.startsWith("extends")) {
            return "";
        }
        return condition.contains("Work(") ? condition : "$w : Work( " + condition + " )";
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            postcode == "x"                    | postcode == "y"                            | 100.00
            postcode == "x"                    | postcode in ( "x", "y" )                   | 110.00
            postcode == "x"                    | postcode != "x"                            | 100.00
            postcode in ( "x", "y" )           | postcode not in ( "x", "y", "z" )          | 100.00
            postcode in ( "x", "y" )           | postcode not in ( "x" )                    | 110.00
            postcode != "x"                    | postcode != "y"                            | 110.00
            postcode memberOf Communes         | postcode not memberOf Communes             | 100.00
            postcode memberOf Communes         | postcode memberOf Coast                    | 100.00
            postcode memberOf Communes         | postcode memberOf Mountains                | 110.00
            postcode memberOf Communes         | postcode not memberOf Mountains            | 110.00
            postcode not memberOf Communes     | postcode not memberOf Mountains            | 110.00
            postcode memberOf Coast            | postcode not memberOf Mountains            | 110.00
            postcode == "1301"                 | postcode not memberOf Communes             | 100.00
            postcode == "1301"                 | postcode memberOf Communes                 | 110.00
            postcode == "1301"                 | postcode memberOf Mountains                | 100.00
            postcode == "x"                    | postcode memberOf Communes                 | 100.00
            postcode == "x"                    | postcode not memberOf Communes             | 110.00
            postcode != "3301"                 | postcode memberOf Coast                    | 100.00
            postcode str[startsWith] "13"      | !( postcode str[startsWith] "13" )         | 100.00
            postcode str[startsWith] "13"      | postcode str[startsWith] "14"              | 100.00
            postcode str[startsWith] "13"      | postcode str[startsWith] "130"             | 110.00
            postcode str[startsWith] "130"     | !( postcode str[startsWith] "13" )         | 100.00
            postcode str[startsWith] "13"      | !( postcode str[startsWith] "130" )        | 110.00
            postcode str[startsWith] "13"      | postcode str[endsWith] "14"                | 110.00
            postcode str[endsWith] "13"        | postcode str[endsWith] "14"                | 100.00
            postcode str[startsWith] "33"      | postcode memberOf Coast                    | 110.00
            postcode str[startsWith] "13"      | postcode memberOf Coast                    | 100.00
            postcode == "x" || kind == Kind.NEW | postcode == "y"                           | 110.00
            """)
    void textsExcludeEachOther(String one, String other, String expected) {
        assertThat(atStake(one, other)).isEqualTo(expected);
        assertThat(atStake(other, one)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            not Awards( item == "i0" ) | exists Awards( item == "i0" ) | 100.00
            not Awards( item in ( "i0", "i1" ) ) | exists Awards( item == "i1" ) | 100.00
            not Awards( item == "i0" ) | exists Awards( item in ( "i0", "i1" ) ) | 110.00
            not Awards( item == "i0" ) | exists Awards( item == "i1" ) | 110.00
            not Awards( item == "i0" ) | not Awards( item == "i1" ) | 110.00
            not Awards( item == "i0" ) | exists Awards( item == "i0", of( project ) ) | 110.00
            not Awards( item == "i0", of( project ) ) | exists Awards( item == "i0", of( project ) ) | 100.00
            not Awards( item == "i0", of( $parent ) ) | exists Awards( item == "i0", of( $parent ) ) | 100.00
            not Awards( clause == "1.1" ) | exists Awards( item == "i0" ) | 100.00
            not Awards( item == "i0" ) | exists Awards( item == "i0", year == asOf.year ) | 100.00
            exists Awards( item == "i0" ) | not Awards( item == "i0", year == asOf.year ) | 110.00
            not Awards( decidedOn > asOf.minusYears( 3 ) ) | exists Awards( decidedOn > asOf.minusYears( 2 ) ) | 100.00
            not Awards( decidedOn > asOf.minusYears( 3 ) ) | exists Awards( decidedOn >= asOf.minusYears( 3 ) ) | 110.00
            not Awards( decidedOn >= asOf.minusYears( 3 ) ) | exists Awards( decidedOn > asOf.minusYears( 3 ) ) | 100.00
            not Awards( decidedOn > asOf.minusYears( 3 ) ) | exists Awards( year == asOf.year - 2 ) | 100.00
            not Awards( decidedOn > asOf.minusYears( 3 ) ) | exists Awards( year == asOf.year - 3 ) | 110.00
            """)
    void earlierAwardsExcludeEachOther(String one, String other, String expected) {
        assertThat(atStake("$w : Work() " + one, "$w : Work() " + other)).isEqualTo(expected);
        assertThat(atStake("$w : Work() " + other, "$w : Work() " + one)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            exists( Worker( age > 30 ) from $w.workers ) | not( Worker( age > 30 ) from $w.workers ) | 100.00
            exists( Worker( age > 30 ) from $w.workers ) | not( Worker( age > 60 ) from $w.workers ) | 110.00
            exists( Worker( age > 30, age < 60 ) from $w.workers ) | not( Worker( age > 30 ) from $w.workers ) | 100.00
            exists( Worker( age > 30 ) from $w.workers ) | not( Worker( age > 30, age < 60 ) from $w.workers ) | 110.00
            """)
    void membersExcludeEachOther(String one, String other, String expected) {
        assertThat(atStake("$w : Work() " + one, "$w : Work() " + other)).isEqualTo(expected);
        assertThat(atStake("$w : Work() " + other, "$w : Work() " + one)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            table( "rates" ).at( $kind ) >= 3 | table( "rates" ).at( $kind ) < 3 | 100.00
            table( "rates" ).at( $kind ) >= 3 | kind == Kind.USED                | 100.00
            table( "rates" ).at( $kind ) >= 3 | kind == Kind.NEW                 | 110.00
            table( "towns" ).at( $postcode ) >= 3 | table( "towns" ).at( $postcode ) < 3 | 100.00
            table( "towns" ).at( $postcode ) >= 3 | postcode == "1301"                   | 110.00
            """)
    void numbersOfTablesExcludeEachOther(String one, String other, String expected) {
        assertThat(atStake(KEYS + one, KEYS + other)).isEqualTo(expected);
    }

    @Test
    void formsExcludeEachOther() {
        assertThat(atStake("extends \"form\"", "!( postcode == \"1301\" )")).isEqualTo("110.00");
        assertThat(atStake("extends \"form\"", "postcode == \"1301\"")).isEqualTo("110.00");
        assertThat(atStake("extends \"form\"", "postcode == \"1401\"")).isEqualTo("100.00");
        assertThat(atStake("extends \"form\"", "postcode memberOf Communes")).isEqualTo("110.00");
        assertThat(atStake("extends \"form\"", "postcode memberOf Coast")).isEqualTo("100.00");
    }

    /** Each of them asks for an award that the next one must not have. */
    @Test
    void moreThanCanBeSearchedThroughAreAddedUp() {
        String[] conditions = IntStream.range(0, 43)
                .mapToObj(i -> "$w : Work() exists Awards( item == \"i%d\" ) not Awards( item == \"i%d\" )"
                        .formatted(i, (i + 1) % 43))
                .toArray(String[]::new);
        assertThat(atStake(conditions)).isEqualTo("520.00");
    }

    @Test
    void manyTextsExcludeEachOtherInNoTime() {
        String[] conditions = IntStream.range(0, 80)
                .mapToObj(i -> "postcode == \"%d\"".formatted(i))
                .toArray(String[]::new);
        assertThat(atStake(conditions)).isEqualTo("100.00");
    }
}
