package io.subsidyrules.growth;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Something of which there is more and more: a line of a {@link Chart}. */
enum Series {
    FIRST_POLICY(Chart.CLAIMS, "first policy", Sample::ofFirstPolicy),
    LIMITED(
            Chart.CLAIMS,
            "under two limits",
            claims -> Sample.of(LimitedRules.policy(claims), claims, LimitedRules::claim)),
    MEMBERS(
            Chart.CLAIMS,
            "with ten members each",
            claims -> Sample.of(MemberRules.policy(), claims, MemberRules::claim)),

    MANY_TYPES(Chart.RULES, "five on each type of claims", Series::onManyTypes),
    ONE_TYPE(Chart.RULES, "all on one type of claims", Series::onOneType),
    APPLICANT(Chart.RULES, "all on the applicant", Series::onTheApplicant),

    ONE_POLICY(
            Chart.POLICIES,
            "five claims of one policy",
            policies ->
                    Sample.of(sideBySide(policies), Sample.CLAIMS, claim -> GradedRules.claim("p0", claim % 3, claim))),
    ALL_POLICIES(
            Chart.POLICIES,
            "a claim of each policy",
            policies -> Sample.of(
                    sideBySide(policies), policies, claim -> GradedRules.claim("p" + claim, claim % 3, claim))),

    AMOUNT(
            Chart.TABLES,
            "amount by two keys",
            rows -> Sample.of(TableRules.ofAmount(rows), Sample.CLAIMS, claim -> TableRules.claim(rows, claim))),
    CONDITION(
            Chart.TABLES,
            "condition by one key",
            rows -> Sample.of(TableRules.ofCondition(rows), Sample.CLAIMS, claim -> TableRules.claim(rows, claim))),
    UNKNOWN_KEY(
            Chart.TABLES,
            "amount by two keys, one unknown",
            rows -> Sample.of(TableRules.ofAmount(rows), Sample.CLAIMS, TableRules::claimWithoutSales)),

    READING_MANY_TYPES(Chart.READING, "rules, five on each type of claims", Series::onManyTypes),
    READING_ONE_TYPE(Chart.READING, "rules, all on one type of claims", Series::onOneType),
    READING_APPLICANT(Chart.READING, "rules, all on the applicant", Series::onTheApplicant),
    READING_TABLE(Chart.READING, "rows of a table of two keys", AMOUNT.sample);

    private static final int RULES_OF_TYPE = 5;
    private static final int TYPES_OF_POLICY = 3;

    /** More such rules on one type are refused as too expensive. */
    private static final int MOST_ON_ONE_TYPE = 200;

    private final Chart chart;
    private final String label;
    private final IntFunction<Sample> sample;

    Series(Chart chart, String label, IntFunction<Sample> sample) {
        this.chart = chart;
        this.label = label;
        this.sample = sample;
    }

    static List<Series> of(Chart chart) {
        return Stream.of(values()).filter(series -> series.chart == chart).toList();
    }

    String label() {
        return label;
    }

    /** The rules and the request of this size. */
    Sample sample(int size) {
        return sample.apply(size);
    }

    IntStream sizes() {
        int least = chart == Chart.CLAIMS || chart == Chart.POLICIES ? 1 : 10;
        int most =
                switch (this) {
                    case ONE_TYPE, READING_ONE_TYPE -> MOST_ON_ONE_TYPE;
                    case ONE_POLICY, ALL_POLICIES -> 100;
                    default -> 1_000;
                };
        return IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000).filter(size -> size >= least && size <= most);
    }

    private static Sample onManyTypes(int rules) {
        return Sample.of(
                GradedRules.policy("p", rules / RULES_OF_TYPE, RULES_OF_TYPE),
                Sample.CLAIMS,
                claim -> GradedRules.claim("p", claim % 2, claim));
    }

    private static Sample onOneType(int rules) {
        return Sample.of(BandedRules.onOneType(rules), Sample.CLAIMS, BandedRules::claim);
    }

    private static Sample onTheApplicant(int rules) {
        return Sample.of(BandedRules.onTheApplicant(rules), Sample.CLAIMS, BandedRules::claim);
    }

    private static List<GeneratedPolicy> sideBySide(int policies) {
        return IntStream.range(0, policies)
                .mapToObj(policy -> GradedRules.policy("p" + policy, TYPES_OF_POLICY, RULES_OF_TYPE))
                .toList();
    }
}
