package io.subsidyrules.dialect.source;

/**
 * The sizes beyond which rule files are refused. No policy comes near them; they bound the time that reading a file,
 * and evaluating a request, can take.
 */
public final class Limits {

    /** A rule file, policy file or scenario file, in KiB. */
    public static final int FILE_KIB = 256;

    /** A table or a list, in KiB. */
    public static final int TABLE_KIB = 2_048;

    /** All files of a rules folder together, in MiB. */
    public static final int FOLDER_MIB = 16;

    /** The files of a rules folder. */
    public static final int FILES = 2_000;

    /** The words, numbers and signs of all rule files together. */
    public static final int WORDS = 500_000;

    /** The rules of all policies together. */
    public static final int RULES = 5_000;

    /** The rules of all policies together that limit awards. */
    public static final int LIMITS = 100;

    /** The claims of all scenarios together. */
    public static final int SCENARIO_CLAIMS = 200_000;

    /** The fact types of all policies together, and the enums of one. */
    public static final int TYPES = 500;

    /** The fields of a fact type. */
    public static final int FIELDS = 100;

    /** The constants of an enum. */
    public static final int CONSTANTS = 500;

    /** The conditions of a rule, with those of the rules that it extends. */
    public static final int CONDITIONS = 60;

    /** The comparisons joined in one condition. */
    public static final int COMPARISONS = 60;

    /** The comparisons and the values of lists of a rule, with those of the rules that it extends. */
    public static final int VALUES = 1_000;

    /** The comparisons of a rule with the members of lists, each as often as there can be members. */
    public static final int MEMBER_VALUES = 10_000;

    /** The terms of a sum, the factors of a product, and the fields of a comparison. */
    public static final int TERMS = 8;

    /** The amounts that an amount is made of. */
    public static final int AMOUNT_PARTS = 20;

    /** The tiers of an amount. */
    public static final int TIERS = 20;

    /** The rows of a table. */
    public static final int TABLE_ROWS = 1_000;

    /** The cells of all tables and lists together. */
    public static final int TABLE_CELLS = 200_000;

    /** The keys of a table. */
    public static final int TABLE_KEYS = 5;

    /** The values of a list that is a file. */
    public static final int LIST_FILE = 100_000;

    /** The values of a list after {@code in}. */
    public static final int LIST = 500;

    /** The instructions that all different patterns come to; each may be tried at each character of a text. */
    public static final int PATTERNS = 50_000;

    /** Brackets and negations within each other. */
    public static final int NESTING = 20;

    /** Rules that extend each other. */
    public static final int EXTENDS = 10;

    /** The characters of a name. */
    public static final int NAME = 60;

    /** The characters of a text in quotes. */
    public static final int TEXT = 500;

    /** The characters of a number. */
    public static final int NUMBER = 20;

    private Limits() {}
}
