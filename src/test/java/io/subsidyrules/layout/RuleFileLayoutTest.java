package io.subsidyrules.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Approved examples of rule files, as somebody wrote them and as they are laid out. */
class RuleFileLayoutTest {

    private static final String HEAD = "package a;\n\nimport vocabulary.*;\n\nglobal java.time.LocalDate asOf;\n\n";

    private static String layout(String text) {
        return CanonicalLayout.of("a/b.drl", HEAD + text).substring(HEAD.length());
    }

    /** Laid out so, however many blanks and line breaks are in it. */
    private static void isCanonical(String text) {
        assertThat(layout(text)).isEqualTo(text);
    }

    @Test
    void theFirstLinesHaveABlankLineBetweenThem() {
        String text = "\n\n// About this.\npackage  a ;import   vocabulary.*;\n\n\n\nglobal java.time.LocalDate asOf;";
        assertThat(CanonicalLayout.of("a/b.drl", text))
                .isEqualTo("// About this.\npackage a;\n\nimport vocabulary.*;\n\nglobal java.time.LocalDate asOf;\n");
    }

    @Test
    void aLineWithoutItsSemicolonStaysWithoutIt() {
        assertThat(CanonicalLayout.of("a/b.drl", "package a;\nimport vocabulary.*\nglobal java.time.LocalDate asOf\n"))
                .isEqualTo("package a;\n\nimport vocabulary.*\n\nglobal java.time.LocalDate asOf\n");
    }

    @Test
    void anEnumHasALineForEachConstantAndEachColumn() {
        assertThat(layout(
                        "declare enum Size BIG(\"big\",\"大\",1,-2),SMALL( \"small\" ,\"小\",3,4 ) ;en:String zh:String "
                                + "area : Integer @unit(\"mu\")@en(\"area\")@zh(\"面积\")\n\n\n end"))
                .isEqualTo("""
                        declare enum Size
                            BIG( "big", "大", 1, -2 ),
                            SMALL( "small", "小", 3, 4 );
                            en : String
                            zh : String
                            area : Integer @unit( "mu" ) @en( "area" ) @zh( "面积" )
                        end
                        """);
    }

    @Test
    void aTypeHasItsTitlesBelowEachField() {
        assertThat(layout("declare Hire extends Claim @decides(\"on\") @en(\"hire\") @zh(\"招用\") on:LocalDate"
                        + "@key(\"applicant\")@en(\"day\")@zh(\"日期\")workers:Worker [ ] @range(\"0..9\")@changeable "
                        + "@en(\"workers\")@zh(\"员工\"); plain : String end"))
                .isEqualTo("""
                        declare Hire extends Claim
                            @decides( "on" )
                            @en( "hire" ) @zh( "招用" )
                            on : LocalDate @key( "applicant" )
                                @en( "day" ) @zh( "日期" )
                            workers : Worker[] @range( "0..9" ) @changeable
                                @en( "workers" ) @zh( "员工" );
                            plain : String
                        end
                        """);
    }

    @Test
    void titlesThatAreTooWideForALineAreOnTwo() {
        String english = "e".repeat(70);
        String fits = "    @en( \"" + english + "\" ) @zh( \"" + "中".repeat(13) + "\" )\n";
        isCanonical("declare A\n" + fits + "end\n");
        assertThat(layout("declare A\n" + fits.replace("中\"", "中中\"") + "end\n"))
                .isEqualTo("declare A\n    @en( \"" + english + "\" )\n    @zh( \"" + "中".repeat(14) + "\" )\nend\n");
    }

    @Test
    void blankLinesBetweenTheMembersOfATypeAreKeptOneAtATime() {
        assertThat(
                        layout(
                                "declare A\n\n@en( \"a\" ) @zh( \"甲\" )\n\n\n\n// Of both.\nb : String\n\nc : String\nd : String\n\nend"))
                .isEqualTo("""
                        declare A
                            @en( "a" ) @zh( "甲" )

                            // Of both.
                            b : String

                            c : String
                            d : String
                        end
                        """);
    }

    @Test
    void aRuleHasALineForEachOfItsParts() {
        assertThat(
                        layout(
                                "rule \"a\" extends \"b\" @clause(\"1.1\")@per(\"c\") date-effective \"2024-01-01\" date-expires "
                                        + "\"2025-01-01\"\n\nwhen Applicant(size in(Size.BIG,Size.SMALL),staff<-5) $c:Claim(!(a==1)&&b!=2,"
                                        + "$d:d) ;then\n\naward($c,yuan($d).atMost(yuan(1_000.00)));\n\nend rule \"e\" when then end"))
                .isEqualTo("""
                        rule "a" extends "b"
                            @clause( "1.1" )
                            @per( "c" )
                            date-effective "2024-01-01"
                            date-expires "2025-01-01"
                        when
                            Applicant( size in ( Size.BIG, Size.SMALL ), staff < -5 )
                            $c : Claim( !( a == 1 ) && b != 2, $d : d );
                        then
                            award( $c, yuan( $d ).atMost( yuan( 1_000.00 ) ) );
                        end

                        rule "e"
                        when
                        then
                        end
                        """);
    }

    @Test
    void conditionsThatDoNotFitOnALineHaveOneEach() {
        String condition = "c".repeat(47) + " == " + "d".repeat(46);
        isCanonical("rule \"a\"\nwhen\n    $a : A( " + condition + ", b == 2 )\nthen\nend\n");
        assertThat(layout("rule \"a\" when $a : A( " + condition + ", bbbb == 2, c not in ( 3 ) ) then end"))
                .isEqualTo("rule \"a\"\nwhen\n    $a : A(\n        " + condition
                        + ",\n        bbbb == 2,\n        c not in ( 3 ) )\nthen\nend\n");
    }

    @Test
    void aConditionThatDoesNotFitIsBrokenAtItsWeakestOperator() {
        String one = "o".repeat(50);
        String other = "p".repeat(50);
        isCanonical("""
                rule "a"
                when
                    A(
                        %1$s == 1
                                && %2$s < 2
                            || %1$s.plusYears( 1 ) > x
                            || x == 1,
                        %1$s == 1
                            && %2$s == 2
                            && !(
                                %1$s == 2
                                    || %2$s == 3 ),
                        %1$s + %2$s
                                - %1$s
                            >= ( %2$s + x ) * 0.03 )
                then
                end
                """.formatted(one, other));
    }

    @Test
    void aLongListFillsItsLines() {
        String values = "12345678, ".repeat(9);
        isCanonical("rule \"a\"\nwhen\n    A(\n        b in (\n            " + values + "12345678,\n            "
                + "12345678, 1 ) )\nthen\nend\n");
    }

    @Test
    void membersAreCountedOnOneLineOrOnOneEach() {
        isCanonical("""
                rule "a"
                when
                    $a : A()
                    exists( Worker( age >= 60 ) from $a.workers )
                    not( Worker( age < 6 ) from $a.workers )
                    accumulate( Worker( age >= 16, $wage : wage ) from $a.workers; $sum : sum( $wage ); $sum > 1 )
                    accumulate(
                        Worker( contractMonths >= 12, insuredMonths >= 6, $wage : wage ) from $a.workers;
                        $sum2 : sum( $wage ),
                        $number : count();
                        $sum2 >= 3_000 * $number )
                    not Awards( item == "b" )
                    exists Awards( clause == "1.1", year == asOf.year - 1 )
                then
                end
                """);
    }

    @Test
    void anAmountThatDoesNotFitIsBrokenBeforeItsCalls() {
        assertThat(layout("rule \"a\" when then award( $a, tiers( $now - $before ).to( percent( 60 ).of( $before ), "
                        + "percent( 1 ) ).beyond( percent( 1.2 ) ).atMost( yuan( 10_000_000 ) ) ); end"))
                .isEqualTo("""
                        rule "a"
                        when
                        then
                            award( $a,
                                tiers( $now - $before ).to( percent( 60 ).of( $before ), percent( 1 ) ).beyond( percent( 1.2 ) )
                                    .atMost( yuan( 10_000_000 ) ) );
                        end
                        """);
    }

    @Test
    void limitsAndTablesAreWrittenAsOtherConditions() {
        isCanonical("""
                rule "a"
                    @clause( "1.1" )
                when
                    Applicant( $cap : cap, place.aboveScale >= table( "ceilings" ).at( members ), postcode memberOf Communes )
                    $awards : Awards( item in ( "b", "c" ), same( kind ), of( project ), decidedOn > asOf.minusYears( 3 ) )
                then
                    limit( $awards, yuan( $cap ) ).orNothing();
                end
                """);
    }

    @Test
    void commentsStayWhereTheyBelong() {
        assertThat(layout("""
                // Of nothing.

                  // Of the rule.
                rule "a" // its name
                /* Of the
                     * clause. */
                @clause( "1.1" ) /* behind */
                when // begins
                // Of the pattern.
                A( /* within */ b == 1 ) // of b
                  // Behind the patterns.
                then
                // Nothing.
                end // of the rule
                // At the end.

                // At the very end.""")).isEqualTo("""
                // Of nothing.

                // Of the rule.
                rule "a" // its name
                    /* Of the
                     * clause. */
                    @clause( "1.1" ) /* behind */
                when // begins
                    // Of the pattern.
                    A( /* within */ b == 1 ) // of b
                    // Behind the patterns.
                then
                    // Nothing.
                end // of the rule
                // At the end.

                // At the very end.
                """);
    }

    @Test
    void aCommentAmongConditionsHasThemOnLinesOfTheirOwn() {
        assertThat(layout("rule \"a\" when A( b == 1, // one\n c == 2,\n // Three.\n d == 3 ) then end"))
                .isEqualTo("""
                rule "a"
                when
                    A(
                        b == 1, // one
                        c == 2,
                        // Three.
                        d == 3 )
                then
                end
                """);
    }

    @Test
    void aBlankLineAboveACommentOnTheLineOfAMemberIsKept() {
        isCanonical("declare A\n    b : String\n\n    /* second */ c : String\nend\n");
    }

    @Test
    void aByteOrderMarkTabsAndLineEndsOfWindowsGo() {
        assertThat(CanonicalLayout.of("a/b.drl", "\uFEFFpackage a;\r\n\r\nrule\t\"b\"\twhen\r\n// c\td \r\nthen end"))
                .isEqualTo("package a;\n\nrule \"b\"\nwhen\n    // c d\nthen\nend\n");
    }

    @Test
    void textsNumbersAndEscapesAreLeftAsTheyAre() {
        isCanonical("rule \"a\"\nwhen\n    A( b == \"  \\\"1\\\\  \", c == 1_000_000, d == 1000000.00 )\nthen\nend\n");
    }
}
