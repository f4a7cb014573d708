package io.subsidyrules.floor;

import java.math.BigDecimal;
import java.util.Locale;

/** The 26 items of the policy: clause, outcome, amount or ceiling in yuan (0.00 where the text names none), title. */
enum PlainItem {
    STANDARD_LEADER("1.1", Outcome.AWARD, "30000.00", "Enterprise standard listed as a leader"),
    HOST_INTERNATIONAL_STANDARD("2.1", Outcome.AWARD, "300000.00", "Hosting an international standard"),
    HOST_NATIONAL_STANDARD("2.1", Outcome.AWARD, "200000.00", "Hosting a national standard"),
    HOST_INDUSTRY_STANDARD("2.1", Outcome.AWARD, "100000.00", "Hosting an industry standard"),
    STANDARD_AWARD_FIRST_PRIZE("2.2", Outcome.AWARD, "200000.00", "Drafting a first-prize standard"),
    STANDARD_AWARD_SECOND_PRIZE("2.2", Outcome.AWARD, "150000.00", "Drafting a second-prize standard"),
    STANDARD_AWARD_THIRD_PRIZE("2.2", Outcome.AWARD, "100000.00", "Drafting a third-prize standard"),
    INNOVATION_STANDARD_SERIES("2.3", Outcome.AWARD, "200000.00", "Undertaking a series of innovation standards"),
    NATIONAL_INNOVATION_BASE("3.1", Outcome.AWARD, "1000000.00", "Building a national innovation base"),
    NATIONAL_STANDARDIZATION_PILOT("3.2", Outcome.AWARD, "60000.00", "National standardization pilot"),
    PROVINCIAL_STANDARDIZATION_PILOT("3.2", Outcome.AWARD, "30000.00", "Provincial standardization pilot"),
    QUALITY_EXPERT_INTRODUCTION("4.1", Outcome.REFER, "0.00", "Foreign quality expert as an executive"),
    QUALITY_SYSTEM_ASSISTANCE("6.1", Outcome.SUPPORT, "0.00", "Help with the certified quality management system"),
    MAJOR_TECHNOLOGY_BREAKTHROUGH("8.1", Outcome.SUPPORT, "0.00", "Highest level of the provincial science plan"),
    SCIENCE_PLAN_PROJECT("8.2", Outcome.AWARD, "5000000.00", "Funding for a science plan project"),
    PROVINCIAL_DESIGN_CENTRE("9.1", Outcome.AWARD, "1000000.00", "New provincial industrial design centre"),
    NATIONAL_DESIGN_CENTRE("9.2", Outcome.REFER, "1000000.00", "New national industrial design centre"),
    DESIGN_PURCHASE("9.3", Outcome.AWARD, "1000000.00", "Design services bought by a manufacturer"),
    NATIONAL_INSPECTION_CENTRE("11.1", Outcome.AWARD, "5000000.00", "New national inspection and testing centre"),
    NATIONAL_MEASUREMENT_CENTRE("12.1", Outcome.AWARD, "5000000.00", "New national measurement and test centre"),
    CERTIFICATION_TRAINING("13.1", Outcome.SUPPORT, "0.00", "Training and advice on international certification"),
    QUALITY_BRAND_ZONE("16.1", Outcome.AWARD, "500000.00", "New national quality brand demonstration zone"),
    CHINA_QUALITY_AWARD_LIST("17.1", Outcome.SUPPORT, "0.00", "Place on the China Quality Award list"),
    GOVERNMENT_QUALITY_AWARD_LIST("17.2", Outcome.SUPPORT, "0.00", "Place on the provincial and municipal award list"),
    TOLERANCE_PERIOD("18.1", Outcome.SUPPORT, "0.00", "Tolerance period, first year"),
    TOLERANCE_PERIOD_SECOND_YEAR("18.2", Outcome.REFER, "0.00", "Tolerance period, second year");

    enum Outcome {
        AWARD,
        SUPPORT,
        REFER
    }

    final String id;
    final String clause;
    final Outcome outcome;
    final BigDecimal amount;
    final String title;

    PlainItem(String clause, Outcome outcome, String amount, String title) {
        this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.clause = clause;
        this.outcome = outcome;
        this.amount = new BigDecimal(amount);
        this.title = title;
    }
}
