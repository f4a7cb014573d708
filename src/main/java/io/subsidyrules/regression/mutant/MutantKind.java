package io.subsidyrules.regression.mutant;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Locale;

/** The kind of a wrong change. */
public enum MutantKind {
    /** A rule is deleted. */
    RULE,
    /** An amount is a fen more or less, or a least amount is left out. */
    AMOUNT,
    /** A ceiling of an amount is a fen more or less, or is left out. */
    CEILING,
    /** A percentage, or what is given for a unit, is the least step more or less. */
    RATE,
    /** A tier of an amount ends a step earlier or later, or has another rate. */
    TIER,
    /** A comparison is another one, or its number is a step more or less. */
    COMPARISON,
    /** A condition, or a part of one, is dropped. */
    CONDITION,
    /** A constant, a text or a value of a list is another one. */
    CONSTANT,
    /** And is or, or the other way round. */
    JUNCTION,
    /** A date is a day earlier or later, or a time is a unit longer or shorter. */
    DATE,
    /** The verb is another one. */
    VERB,
    /** A condition that several rules extend is dropped. */
    GENERAL_CONDITION,
    /** A rule or a limit comes into force, or goes out of it, a day earlier or later. */
    IN_FORCE,
    /** The day that decides is no longer that of an event. */
    DECIDING_DAY,
    /** A number or a key of a table is another one. */
    TABLE,
    /** A limit is dropped, or its number or what it does is another one. */
    LIMIT,
    /** The time in which awards count is a unit longer or shorter. */
    WINDOW,
    /** A test is turned round: exists and not, in a list and not, with an end of a text and without. */
    TEST;

    private static final TextCatalogue TEXTS = TextCatalogue.beside(MutantKind.class, "kinds");

    /** The word for it in a report: {@code in-force}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name for people: "amount". */
    public Text title() {
        return TEXTS.text(name());
    }
}
