package io.subsidyrules.dialect.syntax;

import io.subsidyrules.text.Text;

/** A part of a rule file, with an example of its form that goes into remedies. */
enum Form {
    PACKAGE("package hebei_quality_2022;"),
    RULE(
            "rule \"name-of-the-item\" extends \"another rule\" @clause( \"1.1\" ) @per( \"project\" ) date-effective \"2022-09-06\""
                    + " when ... then ... end"),
    PATTERN("$claim : TypeOfClaim( field == true, otherField >= 10 )"),
    CONDITION("field == true, otherField >= 10"),
    OUTCOME("award( $claim, yuan( 10_000 ) );"),
    AMOUNT("award( $claim, percent( 50 ).of( $cost ).atMost( yuan( 200_000 ) ) );"),
    TYPE("declare TypeOfClaim extends Claim @en( \"...\" ) @zh( \"...\" ) ... end"),
    FIELD("approvedExpenses : BigDecimal @en( \"...\" ) @zh( \"...\" )"),
    ENUM("LARGE( \"large\", \"大型\" ), SMALL( \"small\", \"小型\" ); en : String zh : String end");

    /** The notations that officers look for and cannot find. */
    static final Text NOT_THERE = new Text(
            "The language has no amounts per unit, no least amounts, no tiers, no sums and no limits over several claims;"
                    + " docs/rule-files.md lists what it does not have.",
            "规则语言没有按单位计算的金额、最低金额、分档、求和以及跨事项的限额；docs/rule-files.md 列有语言所没有的内容。");

    private static final Text VALUES = new Text(
            "Write a field, asOf, a constant, a number, a text in double quotes or a variable; nothing is computed.",
            "请写字段、asOf、常量、数字、双引号中的文字或变量；规则文件不作计算。");

    private final String example;

    Form(String example) {
        this.example = example;
    }

    /** An example of the form. */
    Text remedy() {
        String chinese = example.replace("\"...\"", "\"……\"");
        return new Text("Write it as in: " + example, "请参照：" + chinese);
    }

    /** The words that can be written in the place of a value. */
    Text possible() {
        return this == OUTCOME || this == AMOUNT
                ? new Text(
                        "An amount is written as in: %s %s".formatted(AMOUNT.example, NOT_THERE.en()),
                        "金额请参照：%s %s".formatted(AMOUNT.example, NOT_THERE.zh()))
                : VALUES;
    }
}
