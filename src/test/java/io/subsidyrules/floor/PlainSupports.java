package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainApplicant.EnterpriseSize;
import java.time.LocalDate;
import java.util.List;

/** What the policy asks of the applicant alone, measure by measure. */
final class PlainSupports {

    private final LocalDate asOf;
    private final PlainApplicant applicant;

    PlainSupports(LocalDate asOf, PlainApplicant applicant) {
        this.asOf = asOf;
        this.applicant = applicant;
    }

    /** All items on the applicant. */
    List<PlainAnswer.Item> items() {
        return List.of(
                qualitySystemAssistance(),
                enterprise(PlainItem.CERTIFICATION_TRAINING)
                        .yes(PlainCondition.TRADES_ABROAD, applicant.foreignTrade())
                        .answer(),
                enterprise(PlainItem.CHINA_QUALITY_AWARD_LIST)
                        .yes(PlainCondition.CULTIVATED, applicant.worldClassCultivation())
                        .answer(),
                enterprise(PlainItem.GOVERNMENT_QUALITY_AWARD_LIST)
                        .yes(PlainCondition.LEADS_CLUSTER, applicant.clusterLeader())
                        .answer(),
                tolerancePeriod(),
                tolerancePeriodSecondYear());
    }

    private PlainAnswer.Item qualitySystemAssistance() {
        EnterpriseSize size = applicant.size();
        return enterprise(PlainItem.QUALITY_SYSTEM_ASSISTANCE)
                .check(
                        PlainCondition.SMALL_OR_MICRO,
                        size,
                        size == EnterpriseSize.SMALL || size == EnterpriseSize.MICRO)
                .yes(PlainCondition.IN_CLUSTER, applicant.countyCluster())
                .answer();
    }

    private PlainAnswer.Item tolerancePeriod() {
        return enterprise(PlainItem.TOLERANCE_PERIOD)
                .yes(PlainCondition.NEW_ECONOMY, applicant.newEconomy())
                .byNow(PlainCondition.ESTABLISHED, applicant.establishedOn())
                .runs(PlainCondition.FIRST_YEAR_RUNS, applicant.establishedOn(), 1)
                .answer();
    }

    private PlainAnswer.Item tolerancePeriodSecondYear() {
        return enterprise(PlainItem.TOLERANCE_PERIOD_SECOND_YEAR)
                .yes(PlainCondition.NEW_ECONOMY, applicant.newEconomy())
                .isOver(PlainCondition.FIRST_YEAR_IS_OVER, applicant.establishedOn(), 1)
                .runs(PlainCondition.SECOND_YEAR_RUNS, applicant.establishedOn(), 2)
                .answer();
    }

    private PlainJudgement enterprise(PlainItem item) {
        return PlainJudgement.ofEnterprise(item, asOf, applicant);
    }
}
