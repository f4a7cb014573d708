package io.subsidyrules.hostile;

import java.time.LocalDate;
import java.util.stream.Stream;

/** Rule files of types, rules and conditions in numbers that nobody needs. */
final class AdversarialRules {

    private static final String ITEM = "@clause( \"1.1\" ) @per( \"p\" ) date-effective \"2022-09-06\" ";

    private AdversarialRules() {}

    static Stream<Adversary> all() {
        return Stream.of(giants(), declares(), rules()).flatMap(kind -> kind);
    }

    private static Stream<Adversary> giants() {
        return Stream.of(
                Adversary.rules(
                        "one giant list",
                        "rule \"x\" when Applicant( staff in ( 0",
                        number -> ", " + number,
                        ") ) then end"),
                Adversary.rules(
                        "one giant text", "rule \"x\" when Applicant( code == \"", number -> "x", "\" ) then end"),
                Adversary.rules(
                        "one giant pattern",
                        "rule \"x\" when Applicant( code matches \"",
                        number -> "(x|",
                        "\" ) then end"),
                Adversary.rules(
                        "many large patterns",
                        "rule \"x\" when Applicant( $a : code ) then end\n",
                        number -> "rule \"x" + number
                                + "\" @en( \"x\" ) @zh( \"x\" ) when Applicant( code matches \"(.{30}){30}|[^一-龥]{900}\" ) then end\n",
                        ""),
                Adversary.rules(
                        "many large patterns that decide",
                        "",
                        number ->
                                ("rule \"p%1$d\" @en( \"p\" ) @zh( \"p\" ) when $w : Works( note matches \"(?i)(\\\\pL{9}){200}%1$d\" ) then end\n"
                                                + "rule \"x%1$d\" extends \"p%1$d\" @item( \"alternatives\" ) @clause( \"1.1\" ) @per( \"p\" )"
                                                + " date-effective \"%2$d-01-01\" date-expires \"%3$d-01-01\" when then refer( $w ); end\n")
                                        .formatted(number, 1900 + number % 200, 1901 + number % 200),
                        ""));
    }

    private static Stream<Adversary> declares() {
        return Stream.of(
                Adversary.rules(
                        "an enum of thousands of constants",
                        "declare enum Big\n",
                        number -> "C" + number + "( \"c\", \"c\" ),\n",
                        "LAST( \"c\", \"c\" ); en : String zh : String end\n"),
                Adversary.rules(
                        "an enum of one constant again and again",
                        "declare enum Big\n",
                        number -> "C( \"\", \"\" ),\n",
                        "LAST( \"c\", \"c\" ); en : String zh : String end\n"),
                Adversary.rules(
                        "a type of thousands of fields",
                        "declare Big extends Claim @en( \"b\" ) @zh( \"b\" )\n",
                        number -> "f" + number + " : String @en( \"f\" ) @zh( \"f\" )\n",
                        "end\n"),
                Adversary.rules(
                        "types of unknown field types",
                        "",
                        number -> "declare T" + number
                                + " extends Claim a : Strin b : Intege c : Bigdecima d : Loca end\n",
                        ""),
                Adversary.rules(
                        "many enums", "", number -> "declare enum E" + number + " A( \"a\", \"a\" ); end\n", ""),
                Adversary.rules(
                        "hundreds of full enums",
                        "",
                        number -> "declare enum E" + number + " "
                                + Adversary.times(400, one -> "C" + one + "(\"c\",\"c\"),")
                                + "L(\"l\",\"l\"); en:String zh:String end\n",
                        ""),
                Adversary.rules(
                        "types with one pattern of the largest size each",
                        "",
                        number -> "declare T" + number + " extends Claim @en(\"t\")@zh(\"t\") "
                                + Adversary.times(
                                        90,
                                        one -> "f" + one + ":String @pattern(\"(.{20}){22}\") @en(\"f\")@zh(\"f\") ")
                                + "end\n",
                        ""));
    }

    private static Stream<Adversary> rules() {
        return Stream.of(
                Adversary.rules("tiny rules", "", number -> "rule \"" + number + "\" when then end\n", ""),
                Adversary.rules(
                        "tiny rules with long names",
                        "",
                        number -> "rule \"%060d\" when then end\n".formatted(number),
                        ""),
                Adversary.rules("rules of one name", "", number -> "rule \"x\" when then end\n", ""),
                Adversary.rules(
                        "rules that extend what is not there",
                        "",
                        number -> "rule \"%s\" extends \"%s\" when then end\n"
                                .formatted("a".repeat(40) + number, "a".repeat(40) + number + "b"),
                        ""),
                Adversary.rules(
                        "a chain of extends",
                        "rule \"0\" when then end\n",
                        number -> "rule \"%d\" extends \"%d\" when then end\n".formatted(number + 1, number),
                        ""),
                Adversary.rules(
                        "a chain of extends, the last first",
                        "",
                        number -> "rule \"%d\" extends \"%d\" when then end\n"
                                .formatted(100_000 - number, 99_999 - number),
                        ""),
                Adversary.rules(
                        "a cycle of extends",
                        "rule \"0\" extends \"1\" when then end\n",
                        number -> "rule \"%d\" extends \"%d\" when then end\n".formatted(number + 1, number),
                        ""),
                Adversary.rules(
                        "rules that extend themselves",
                        "",
                        number -> "rule \"%d\" extends \"%d\" when then end\n".formatted(number, number),
                        ""),
                Adversary.rules(
                        "rules that all extend one with many conditions",
                        "rule \"p\" when $applicant : Applicant( "
                                + Adversary.times(59, one -> "$v" + one + " : code, staff != " + one + ", ")
                                + "listed == true ) then end\n",
                        number -> "rule \"%d\" extends \"p\" when then end\n".formatted(number),
                        ""),
                Adversary.rules(
                        "rules that decide and all extend one with the largest lists",
                        "rule \"p\" when $applicant : Applicant( "
                                + Adversary.times(
                                        50,
                                        one -> "staff not in ( " + Adversary.times(400, member -> member + ",")
                                                + " 0 ), ")
                                + "listed == true ) then end\n",
                        number -> ("rule \"%d\" extends \"p\" " + ITEM + "when $w : Works() then refer( $w ); end\n")
                                .formatted(number),
                        ""),
                Adversary.rules(
                        "rules that decide and all extend one with the most comparisons",
                        "rule \"p\" when $applicant : Applicant( "
                                + Adversary.times(
                                        40,
                                        one -> Adversary.times(59, member -> "grade in (Grade.A,Grade.B)||")
                                                + " grade == Grade.C, ")
                                + "listed == true ) then end\n",
                        number -> ("rule \"%d\" extends \"p\" @item(\"alternatives\") " + ITEM
                                        + "when $w : Works() then refer( $w ); end\n")
                                .formatted(number),
                        ""),
                Adversary.rules(
                        "rules in force one after another that extend one with the most comparisons",
                        "rule \"p\" when $applicant : Applicant( "
                                + Adversary.times(
                                        16,
                                        one -> Adversary.times(59, member -> "grade in (Grade.A)||")
                                                + " grade == Grade.C, ")
                                + "listed == true ) then end\n",
                        number -> daily(number, "extends \"p\" "),
                        ""),
                Adversary.rules(
                        "rules in force one after another that extend one with the largest lists",
                        "rule \"p\" when $applicant : Applicant( staff not in ( "
                                + Adversary.times(499, member -> member + ",") + " 0 ), assets not in ( "
                                + Adversary.times(490, member -> member + ",") + " 0 ) ) then end\n",
                        number -> daily(number, "extends \"p\" "),
                        ""),
                Adversary.rules(
                        "rules that exclude each other in part",
                        fields(),
                        number ->
                                ("rule\"%d\"@item(\"alternatives\")@clause(\"1.1\")@per(\"p\")date-effective\"%s\"date-expires\"%s\""
                                                + "when$w:Big(f%d!=E.C%d,f%d!=E.C%d)then award($w,yuan(1));end\n")
                                        .formatted(
                                                number,
                                                day(number),
                                                day(number + 1),
                                                number % 90,
                                                number % 400,
                                                (number + 1) % 90,
                                                number * 7 % 400),
                        ""),
                Adversary.rules(
                        "thousands of rules for one item",
                        "",
                        number -> ("rule \"%d\" @item( \"alternatives\" ) " + ITEM
                                        + "when $w : Works() then refer( $w ); end\n")
                                .formatted(number),
                        ""),
                Adversary.rules("thousands of rules for one item, one a day", "", number -> daily(number, ""), ""),
                Adversary.rules(
                        "rules for misspelt items",
                        "",
                        number -> ("rule \"alternativ%d\" " + ITEM + "when $w : Works() then refer( $w ); end\n")
                                .formatted(number),
                        ""),
                Adversary.rules(
                        "rules that cite thousands of readings",
                        "rule \"x\" @reading( \"",
                        number -> "r" + number + ",",
                        "\" ) when then end\n"),
                Adversary.rules(
                        "rules with one reading annotation after another",
                        "rule \"x\" ",
                        number -> "@reading( \"r,r,r\" ) ",
                        " when then end\n"),
                Adversary.rules("the global again and again", "", number -> "global java.time.LocalDate asOf;\n", ""),
                Adversary.rules("the global on one line", "global ", number -> "x ", ""),
                Adversary.rules("an import on one line", "import ", number -> "x.", "*;"),
                Adversary.rules("brackets that close nothing", "rule \"x\" when ", number -> ")", " then end"),
                Adversary.rules(
                        "a sum of numbers with commas",
                        "rule \"x\" when then award( $x, yuan( 1",
                        number -> ",000",
                        " ) ); end"),
                Adversary.rules("a type with many points", "rule \"x\" when ", number -> "a.", "b() then end"),
                Adversary.rules("annotations without end", "rule \"x\" ", number -> "@a( ( ", ""));
    }

    private static String daily(int number, String parent) {
        return ("rule\"%d\"%s@item(\"alternatives\")@clause(\"1.1\")@per(\"p\")date-effective\"%s\"date-expires\"%s\""
                        + "when$w:Works()then award($w,yuan(1));end\n")
                .formatted(number, parent, day(number), day(number + 1));
    }

    private static LocalDate day(int number) {
        return LocalDate.of(1900, 1, 1).plusDays(number);
    }

    /** A type of claims with as many fields as can be, all of one large enum. */
    private static String fields() {
        return "declare enum E " + Adversary.times(400, one -> "C" + one + "(\"c\",\"c\"),")
                + "L(\"l\",\"l\"); en:String zh:String end\n"
                + "declare Big extends Claim @en(\"t\")@zh(\"t\") "
                + Adversary.times(90, one -> "f" + one + ":E @en(\"f\")@zh(\"f\") ") + "end\n";
    }
}
