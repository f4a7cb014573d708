package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainApplicant.ApplicantKind;
import io.subsidyrules.floor.PlainApplicant.EnterpriseSize;
import io.subsidyrules.floor.PlainApplicant.Industry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Begins the items that claims and the applicant ask for, with the conditions on the applicant that come first. */
final class StreamedJudge {

    private static final StreamedCheck IN_FORCE = StreamedCheck.on(StreamedField.AS_OF, PlainCondition.IN_FORCE);
    private static final StreamedCheck IN_HEBEI = StreamedCheck.ofApplicant(PlainCondition.IN_HEBEI);
    private static final StreamedCheck ENTERPRISE = StreamedCheck.ofApplicant(PlainCondition.ENTERPRISE);
    private static final StreamedCheck ZONE = StreamedCheck.ofApplicant(PlainCondition.ZONE);
    private static final StreamedCheck MANUFACTURER = StreamedCheck.ofApplicant(PlainCondition.MANUFACTURER);
    private static final StreamedCheck SMALL_OR_MICRO = StreamedCheck.ofApplicant(PlainCondition.SMALL_OR_MICRO);
    private static final StreamedCheck IN_CLUSTER = StreamedCheck.ofApplicant(PlainCondition.IN_CLUSTER);
    private static final StreamedCheck TRADES_ABROAD = StreamedCheck.ofApplicant(PlainCondition.TRADES_ABROAD);
    private static final StreamedCheck CULTIVATED = StreamedCheck.ofApplicant(PlainCondition.CULTIVATED);
    private static final StreamedCheck LEADS_CLUSTER = StreamedCheck.ofApplicant(PlainCondition.LEADS_CLUSTER);
    private static final StreamedCheck NEW_ECONOMY = StreamedCheck.ofApplicant(PlainCondition.NEW_ECONOMY);
    private static final StreamedCheck ESTABLISHED = StreamedCheck.ofApplicant(PlainCondition.ESTABLISHED);
    private static final StreamedCheck FIRST_RUNS = StreamedCheck.ofApplicant(PlainCondition.FIRST_YEAR_RUNS);
    private static final StreamedCheck FIRST_IS_OVER = StreamedCheck.ofApplicant(PlainCondition.FIRST_YEAR_IS_OVER);
    private static final StreamedCheck SECOND_RUNS = StreamedCheck.ofApplicant(PlainCondition.SECOND_YEAR_RUNS);

    private final LocalDate asOf;
    private final StreamedApplicant applicant;
    private List<StreamedItem> items = List.of();

    StreamedJudge(LocalDate asOf, StreamedApplicant applicant) {
        this.asOf = asOf;
        this.applicant = applicant;
    }

    /** All items on a claim. */
    List<StreamedItem> items(StreamedClaim claim) {
        items = new ArrayList<>(3);
        claim.judge(this);
        return items;
    }

    /** What every item asks for: it is in force, and the applicant is registered in Hebei. */
    StreamedItem inHebei(PlainItem item) {
        String code = applicant.divisionCode;
        StreamedItem judged = new StreamedItem(item, asOf)
                .sinceStart(IN_FORCE, asOf)
                .check(IN_HEBEI, code, code != null && code.startsWith("13"));
        items.add(judged);
        return judged;
    }

    /** What most items ask for: also, the applicant is an enterprise. */
    StreamedItem enterprise(PlainItem item) {
        return inHebei(item).is(ENTERPRISE, applicant.kind, ApplicantKind.ENTERPRISE);
    }

    StreamedItem manufacturer(PlainItem item) {
        return enterprise(item).is(MANUFACTURER, applicant.industry, Industry.MANUFACTURING);
    }

    StreamedItem zone(PlainItem item) {
        return inHebei(item).is(ZONE, applicant.kind, ApplicantKind.ZONE);
    }

    /** All items on the applicant. */
    List<StreamedItem> supports() {
        items = new ArrayList<>(6);
        EnterpriseSize size = applicant.size;
        LocalDate established = applicant.establishedOn;
        enterprise(PlainItem.QUALITY_SYSTEM_ASSISTANCE)
                .check(SMALL_OR_MICRO, size, size == EnterpriseSize.SMALL || size == EnterpriseSize.MICRO)
                .yes(IN_CLUSTER, applicant.countyCluster)
                .decide();
        enterprise(PlainItem.CERTIFICATION_TRAINING)
                .yes(TRADES_ABROAD, applicant.foreignTrade)
                .decide();
        enterprise(PlainItem.CHINA_QUALITY_AWARD_LIST)
                .yes(CULTIVATED, applicant.worldClassCultivation)
                .decide();
        enterprise(PlainItem.GOVERNMENT_QUALITY_AWARD_LIST)
                .yes(LEADS_CLUSTER, applicant.clusterLeader)
                .decide();
        enterprise(PlainItem.TOLERANCE_PERIOD)
                .yes(NEW_ECONOMY, applicant.newEconomy)
                .byNow(ESTABLISHED, established)
                .runs(FIRST_RUNS, established, 1)
                .decide();
        enterprise(PlainItem.TOLERANCE_PERIOD_SECOND_YEAR)
                .yes(NEW_ECONOMY, applicant.newEconomy)
                .isOver(FIRST_IS_OVER, established, 1)
                .runs(SECOND_RUNS, established, 2)
                .decide();
        return items;
    }
}
