package io.subsidyrules.hostile;

import java.time.LocalDate;
import java.util.stream.Stream;

/** Files of 256 KiB of every kind that could take long to judge. */
final class Adversaries {

    private static final String ITEM = "@clause( \"1.1\" ) @per( \"p\" ) date-effective \"2022-09-06\" ";
    private static final String POLICY = "specimen-2022/policy.yaml";
    private static final String SCENARIOS = "specimen-2022/x.scenarios.yaml";

    private Adversaries() {}

    static Stream<Adversary> all() {
        return Stream.of(characters(), conditions(), declares(), rules(), yaml())
                .flatMap(kind -> kind);
    }

    private static Stream<Adversary> characters() {
        return Stream.of(
                        "(",
                        ")",
                        "!",
                        "{",
                        "}",
                        "[",
                        "\"",
                        "'",
                        "\\",
                        "/*",
                        "//",
                        "*/",
                        "/",
                        "0",
                        "a",
                        "a.",
                        "a ",
                        "$a ",
                        "@",
                        "@a ",
                        "@a(",
                        "@a(\"b\")",
                        "#",
                        "#\n",
                        "\n",
                        "\r",
                        "\r\n",
                        "\t",
                        "\0",
                        "\u202E",
                        "\u200B",
                        "（",
                        "“",
                        "“”",
                        "，",
                        "！",
                        "\u0430",
                        "\u0430 ",
                        "\uD83D\uDE00",
                        "\uD83D\uDE00 ",
                        "中",
                        "中 ",
                        "\\u0041",
                        "\\\\",
                        "-",
                        "1-",
                        "1e",
                        "1e-",
                        "_",
                        "0_",
                        "1.",
                        "end ",
                        "end\n",
                        "rule ",
                        "rule\n",
                        "rule \"",
                        "rule \"x\" ",
                        "rule \"x\"\n",
                        "declare\n",
                        "declare x\n",
                        "declare enum\n",
                        "declare enum X A(",
                        "package x;\n",
                        "import x;\n",
                        "global x;\n",
                        "when ",
                        "then ",
                        "salience 1 ",
                        "\"a\\",
                        "\"a\n",
                        "\"a' ",
                        "/*a*/",
                        "é",
                        "e\u0301")
                .map(part -> Adversary.repeated(quoted(part) + " again and again", part));
    }

    private static Stream<Adversary> conditions() {
        return Stream.concat(
                Stream.of(
                                "(",
                                "!",
                                "!(",
                                "staff == 1 || ",
                                "staff == 1 && ",
                                "staff == 1, ",
                                "nothing == 1, ",
                                "nothing, ",
                                "staff == ",
                                "grade == Grade.D, ",
                                "grade == Grad.A, ",
                                "$a : code, ",
                                "code == \"a\" or ",
                                "a.b.c.d.",
                                "staff.",
                                "staff.plusDays(",
                                "code[",
                                "code(",
                                "staff in ( 1 ), ",
                                "staff in (",
                                "code matches \"[\", ",
                                "code matches \"" + "(a?){0,30}".repeat(40) + "\", ",
                                "1 == 1, ",
                                "staff == 1E9, ",
                                "staff == " + "9".repeat(300) + ", ",
                                "staff ＝＝ 1， ",
                                "staff == 1) ",
                                "code == \"\\\\",
                                "and ",
                                ", ",
                                "code str[",
                                "Applicant( ",
                                "$x : Applicant( staff == 1 ) ")
                        .map(part -> Adversary.condition(quoted(part) + " in a condition", part)),
                Stream.of(
                        Adversary.rules(
                                "one giant list",
                                "rule \"x\" when Applicant( staff in ( 0",
                                number -> ", " + number,
                                ") ) then end"),
                        Adversary.rules(
                                "one giant text",
                                "rule \"x\" when Applicant( code == \"",
                                number -> "x",
                                "\" ) then end"),
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
                                "")));
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

    private static Stream<Adversary> yaml() {
        String head = "id: specimen-2022\n";
        String scenario = "asOf: 2024-01-01\nscenarios:\n";
        return Stream.concat(
                Stream.of(
                                "[",
                                "{",
                                "- ",
                                "? ",
                                "!",
                                "&a ",
                                "*a ",
                                "a: ",
                                "a:\n",
                                "a: b\n",
                                "\"",
                                "'",
                                "|\n",
                                ">\n",
                                "#",
                                "%",
                                "@",
                                "`",
                                "---\n",
                                "...\n",
                                "- - ",
                                "{a: ",
                                "[[],",
                                "\t",
                                "!!a ",
                                "!<a> ",
                                "0",
                                "a",
                                "a\n",
                                "中",
                                "\\",
                                "\"\\",
                                "<<: *a\n",
                                " ",
                                "\n",
                                "\r",
                                "\u0085",
                                "\u2028",
                                "\0",
                                "\uFEFF",
                                ", ",
                                "[a, ",
                                "{a, ",
                                "&a [",
                                "%YAML 1.1\n",
                                "%TAG ! a\n",
                                "? a\n",
                                "\uD83D\uDE00")
                        .flatMap(part -> Stream.of(
                                Adversary.of(quoted(part) + " in a policy file", POLICY, "", number -> part, ""),
                                Adversary.of(quoted(part) + " in a scenario file", SCENARIOS, "", number -> part, ""))),
                Stream.of(
                        Adversary.of("different members", POLICY, head, number -> "m" + number + ": 1\n", ""),
                        Adversary.of(
                                "members that are numbers", POLICY, head, number -> number + ": 1E+200000000\n", ""),
                        Adversary.of(
                                "clauses without number",
                                POLICY,
                                head + "measures:\n - number: 1\n   clauses:\n",
                                number -> "    - {}\n",
                                ""),
                        Adversary.of(
                                "items in thousands",
                                POLICY,
                                head + "measures:\n - number: 1\n   clauses:\n    - number: \"1.1\"\n      items:\n",
                                number -> "       - { id: alternativ" + number + ", title: { en: a, zh: a } }\n",
                                ""),
                        Adversary.of(
                                "aliases of a large list",
                                POLICY,
                                head + "a: &a [" + "x,".repeat(1000) + "x]\nb: [",
                                number -> "*a,",
                                "x]"),
                        Adversary.of(
                                "aliases as keys",
                                POLICY,
                                head + "a: &a [" + "x,".repeat(100) + "x]\nb: {",
                                number -> "*a : *a,",
                                "x: y}"),
                        Adversary.of(
                                "aliases of aliases",
                                POLICY,
                                head + "a0: &a0 [x, x]\n",
                                number -> "a%d: &a%d [*a%d, *a%d]\n".formatted(number + 1, number + 1, number, number),
                                ""),
                        Adversary.of("anchors", POLICY, head, number -> "a%d: &a%d x\n".formatted(number, number), ""),
                        Adversary.of("one large number", POLICY, head + "largestAmount: ", number -> "9", "\n"),
                        Adversary.of(
                                "one large floating point number",
                                POLICY,
                                head + "largestAmount: 1.",
                                number -> "0",
                                "e9\n"),
                        Adversary.of(
                                "sexagesimal numbers",
                                SCENARIOS,
                                scenario + " - { applicant: { staff: 1",
                                number -> ":59",
                                " } }\n"),
                        Adversary.of(
                                "thousands of scenarios",
                                SCENARIOS,
                                scenario,
                                number -> " - {name: s%d, expect: {total: 0}}\n".formatted(number),
                                ""),
                        Adversary.of("scenarios without name", SCENARIOS, scenario, number -> " - {}\n", ""),
                        Adversary.of(
                                "scenarios of one name",
                                SCENARIOS,
                                scenario,
                                number -> " - {name: s, expect: {total: 0}}\n",
                                ""),
                        Adversary.of(
                                "a scenario of thousands of claims",
                                SCENARIOS,
                                scenario + " - name: s\n   expect: { total: 0 }\n   claims: [",
                                number -> "{type: Works},",
                                "{type: Study}]\n"),
                        Adversary.of(
                                "a scenario of thousands of expectations",
                                SCENARIOS,
                                scenario + " - name: s\n   expect:\n    claims:\n",
                                number -> "      c%d: {x: 1}\n".formatted(number),
                                ""),
                        Adversary.of(
                                "scenarios that share a large claim",
                                SCENARIOS,
                                "asOf: 2024-01-01\nscenarios:\n - name: s\n   expect: { total: 0 }\n   claims: &c [{"
                                        + "a: 1E+200000000, ".repeat(200) + "type: Works}]\n",
                                number -> " - {name: s%d, expect: {total: 0}, claims: *c}\n".formatted(number),
                                ""),
                        Adversary.of(
                                "numbers with exponents in a scenario",
                                SCENARIOS,
                                scenario + " - name: s\n   expect: { total: 0 }\n   claims:\n",
                                number -> "    - {type: Works, cost: 9e999}\n",
                                "")));
    }

    private static String quoted(String part) {
        String shown = part.length() > 20 ? part.substring(0, 20) + "…" : part;
        StringBuilder readable = new StringBuilder("\"");
        shown.chars()
                .forEach(character -> readable.append(
                        character < ' '
                                        || character == 0x7F
                                        || character > 0xFFE0
                                        || Character.getType(character) == Character.FORMAT
                                ? "U+%04X".formatted(character)
                                : String.valueOf((char) character)));
        return readable.append('"').toString();
    }
}
