package io.subsidyrules.dialect.syntax;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/** A part of a rule file, with an example of its form that goes into remedies. */
enum Form {
    PACKAGE("package hebei_quality_2022;"),
    RULE("rule \"name-of-the-item\" extends \"another rule\" @clause( \"1.1\" ) @per( \"project\" )"
            + " date-effective \"2022-09-06\" when ... then ... end"),
    PATTERN("$claim : TypeOfClaim( field == true, otherField >= 10 )"),
    MEMBERS("accumulate( Worker( months >= 12 ) from $claim.workers; $hires : count(); $hires >= 1 )"),
    CONDITION("field == true, otherField >= 10"),
    OUTCOME("award( $claim, yuan( 10_000 ) );"),
    AMOUNT("award( $claim, percent( 50 ).of( $cost ).atMost( yuan( 200_000 ) ) );"),
    AWARDS("$awards : Awards( clause == \"1.1\", year == asOf.year )"),
    LIMIT("limit( $awards, yuan( 1_000_000 ) ); limit( $awards, yuan( 1_000_000 ) ).orNothing();"
            + " limit( $awards, awards( 3 ) ); limit( $awards, highest() );"
            + " limit( $awards, highest() ).toppingUp();"),
    TYPE("declare TypeOfClaim extends Claim @en( \"...\" ) @zh( \"...\" ) ... end"),
    FIELD("approvedExpenses : BigDecimal @en( \"...\" ) @zh( \"...\" )"),
    ENUM("LARGE( \"large\", \"大型\" ), SMALL( \"small\", \"小型\" ); en : String zh : String end");

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Form.class);

    /** The notations that officers look for and cannot find. */
    static final Text NOT_THERE = TEXTS.text("notInLanguage");

    private final String example;

    Form(String example) {
        this.example = example;
    }

    /**
     * An example of the form.
     *
     * @param money the word before an amount of the policy's currency
     */
    Text remedy(String money) {
        String english = example(money);
        return TEXTS.text("writeAsIn", new Text(english, english.replace("\"...\"", "\"……\"")));
    }

    private String example(String money) {
        return example.replace("yuan(", money + "(");
    }

    /** The words that can be written in the place of a value. */
    Text possible(String money) {
        return this == OUTCOME || this == AMOUNT
                ? TEXTS.text("amountAsIn", AMOUNT.example(money), NOT_THERE)
                : TEXTS.text("writeValue");
    }
}
