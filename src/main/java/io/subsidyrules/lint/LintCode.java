package io.subsidyrules.lint;

/**
 * The kinds of what is lawful and yet suspicious, the notices apart. Their names are stable, for programs; what each
 * means and what to do about it is written in {@code lints_en.properties} and {@code lints_zh.properties}, and with an
 * example in {@code docs/lint.md}.
 */
public enum LintCode {
    // Scenarios.
    SCENARIO_NAME_AMOUNT,
    BOUNDARY_ONE_SIDED,

    // Rules.
    CONDITION_NEVER_DECIDES,
    CONSTANT_UNUSED,
    RULE_BEFORE_ISSUE,

    // The policy file.
    READING_UNCITED,
    SUMMARY_DATE,
    AMOUNT_NOT_IN_SUMMARY,
    DATE_NOT_IN_SUMMARY,
    TEXTS_DIFFER,

    // Comments.
    TO_DO,
    MEANT_SO_WITHOUT_REASON,
    MEANT_SO_UNKNOWN,
    MEANT_SO_UNUSED
}
