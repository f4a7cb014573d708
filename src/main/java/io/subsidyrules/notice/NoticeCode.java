package io.subsidyrules.notice;

/**
 * The kinds of notices. Their names are stable, for programs; what each means and what to do about it is written in
 * {@code notices_en.properties} and {@code notices_zh.properties}, and with an example in {@code docs/faults.md}.
 */
public enum NoticeCode {
    // Files.
    FILE_PASSED_OVER,
    FILE_LEFT_OVER,
    SCENARIO_FILE_EMPTY,

    // Scenarios.
    POLICY_WITHOUT_SCENARIOS,
    RULE_WITHOUT_SCENARIO,
    CONDITION_WITHOUT_SCENARIO,
    TIER_WITHOUT_SCENARIO,
    ROW_WITHOUT_SCENARIO,
    LIMIT_WITHOUT_SCENARIO,
    SCENARIO_REPEATED,

    // Rules.
    PERCENT_BELOW_ONE,
    PERIOD_GAP,
    CLAIM_WITHOUT_RULE,
    CLAIM_WITHOUT_KEY,
    PER_APPLICANT,
    TABLE_GAP,
    TABLE_HEADINGS,
    TABLE_UNUSED,
    TEXT_IN_ANOTHER_LANGUAGE,
    TEXT_IN_QUOTES,
    UNIT_WITHOUT_WORDS,
    SUMMARY_AMOUNT,

    // Changes.
    PAST_ANSWERS_CHANGED,
    ITEM_REMOVED,
    CURRENCY_CHANGED,
    POLICY_REMOVED
}
