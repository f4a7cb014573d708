package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainApplicant.ApplicantKind;
import io.subsidyrules.floor.PlainApplicant.Industry;
import io.subsidyrules.floor.PlainClaim.BaseLevel;
import io.subsidyrules.floor.PlainClaim.CentreLevel;
import io.subsidyrules.floor.PlainClaim.DraftingRole;
import io.subsidyrules.floor.PlainClaim.PilotLevel;
import io.subsidyrules.floor.PlainClaim.Prize;
import io.subsidyrules.floor.PlainClaim.StandardLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the policy asks of claims, measure by measure. */
final class PlainPolicy {

    private static final LocalDate START = LocalDate.of(2022, 9, 6);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final LocalDate asOf;
    private final PlainApplicant applicant;

    PlainPolicy(LocalDate asOf, PlainApplicant applicant) {
        this.asOf = asOf;
        this.applicant = applicant;
    }

    /** All items on a claim; it stands in the request where the pointer says. */
    List<PlainAnswer.Item> items(PlainClaim claim, String pointer) {
        if (claim instanceof PlainClaim.StandardLeader leader) {
            return standardLeader(leader, pointer);
        }
        if (claim instanceof PlainClaim.HostedStandard standard) {
            return hostedStandard(standard, pointer);
        }
        if (claim instanceof PlainClaim.StandardAward award) {
            return standardAward(award, pointer);
        }
        if (claim instanceof PlainClaim.InnovationStandardSeries series) {
            return innovationStandardSeries(series, pointer);
        }
        if (claim instanceof PlainClaim.InnovationBase base) {
            return innovationBase(base, pointer);
        }
        if (claim instanceof PlainClaim.StandardizationPilot pilot) {
            return standardizationPilot(pilot, pointer);
        }
        if (claim instanceof PlainClaim.QualityExpertHire hire) {
            return qualityExpertHire(hire, pointer);
        }
        if (claim instanceof PlainClaim.ResearchProject project) {
            return researchProject(project, pointer);
        }
        if (claim instanceof PlainClaim.DesignCentre centre) {
            return designCentre(centre, pointer);
        }
        if (claim instanceof PlainClaim.DesignPurchase purchase) {
            return designPurchase(purchase, pointer);
        }
        if (claim instanceof PlainClaim.InspectionCentre centre) {
            return nationalCentre(PlainItem.NATIONAL_INSPECTION_CENTRE, centre.level(), centre.approvedOn(), pointer);
        }
        if (claim instanceof PlainClaim.MeasurementCentre centre) {
            return nationalCentre(PlainItem.NATIONAL_MEASUREMENT_CENTRE, centre.level(), centre.approvedOn(), pointer);
        }
        return demonstrationZone((PlainClaim.DemonstrationZone) claim, pointer);
    }

    private List<PlainAnswer.Item> standardLeader(PlainClaim.StandardLeader leader, String at) {
        return List.of(enterprise(PlainItem.STANDARD_LEADER)
                .on(at)
                .yes(PlainCondition.LISTED, leader.listed())
                .answer());
    }

    private List<PlainAnswer.Item> hostedStandard(PlainClaim.HostedStandard standard, String at) {
        return List.of(
                host(PlainItem.HOST_INTERNATIONAL_STANDARD, standard, at)
                        .is(PlainCondition.INTERNATIONAL_STANDARD, standard.level(), StandardLevel.INTERNATIONAL)
                        .answer(),
                host(PlainItem.HOST_NATIONAL_STANDARD, standard, at)
                        .is(PlainCondition.NATIONAL_STANDARD, standard.level(), StandardLevel.NATIONAL)
                        .answer(),
                host(PlainItem.HOST_INDUSTRY_STANDARD, standard, at)
                        .is(PlainCondition.INDUSTRY_STANDARD, standard.level(), StandardLevel.INDUSTRY)
                        .answer());
    }

    private PlainJudgement host(PlainItem item, PlainClaim.HostedStandard standard, String at) {
        return enterprise(item).on(at).is(PlainCondition.HOST, standard.role(), DraftingRole.HOST);
    }

    private List<PlainAnswer.Item> standardAward(PlainClaim.StandardAward award, String at) {
        return List.of(
                drafter(PlainItem.STANDARD_AWARD_FIRST_PRIZE, award, at)
                        .is(PlainCondition.FIRST_PRIZE, award.prize(), Prize.FIRST)
                        .answer(),
                drafter(PlainItem.STANDARD_AWARD_SECOND_PRIZE, award, at)
                        .is(PlainCondition.SECOND_PRIZE, award.prize(), Prize.SECOND)
                        .answer(),
                drafter(PlainItem.STANDARD_AWARD_THIRD_PRIZE, award, at)
                        .is(PlainCondition.THIRD_PRIZE, award.prize(), Prize.THIRD)
                        .answer());
    }

    private PlainJudgement drafter(PlainItem item, PlainClaim.StandardAward award, String at) {
        return enterprise(item).on(at).yes(PlainCondition.DRAFTER, award.drafter());
    }

    private List<PlainAnswer.Item> innovationStandardSeries(PlainClaim.InnovationStandardSeries series, String at) {
        return List.of(enterprise(PlainItem.INNOVATION_STANDARD_SERIES)
                .on(at)
                .yes(PlainCondition.UNDERTAKEN, series.undertaken())
                .answer());
    }

    private List<PlainAnswer.Item> innovationBase(PlainClaim.InnovationBase base, String at) {
        return List.of(enterprise(PlainItem.NATIONAL_INNOVATION_BASE)
                .on(at)
                .is(PlainCondition.NATIONAL_BASE, base.level(), BaseLevel.NATIONAL)
                .answer());
    }

    private List<PlainAnswer.Item> standardizationPilot(PlainClaim.StandardizationPilot pilot, String at) {
        return List.of(
                enterprise(PlainItem.NATIONAL_STANDARDIZATION_PILOT)
                        .on(at)
                        .is(PlainCondition.NATIONAL_PILOT, pilot.level(), PilotLevel.NATIONAL)
                        .answer(),
                enterprise(PlainItem.PROVINCIAL_STANDARDIZATION_PILOT)
                        .on(at)
                        .is(PlainCondition.PROVINCIAL_PILOT, pilot.level(), PilotLevel.PROVINCIAL)
                        .answer());
    }

    private List<PlainAnswer.Item> qualityExpertHire(PlainClaim.QualityExpertHire hire, String at) {
        return List.of(enterprise(PlainItem.QUALITY_EXPERT_INTRODUCTION)
                .on(at)
                .yes(PlainCondition.EXECUTIVE, hire.executiveRole())
                .answer());
    }

    private List<PlainAnswer.Item> researchProject(PlainClaim.ResearchProject project, String at) {
        return List.of(
                enterprise(PlainItem.MAJOR_TECHNOLOGY_BREAKTHROUGH)
                        .on(at)
                        .yes(PlainCondition.IN_PLAN, project.provincialPlan())
                        .yes(PlainCondition.BREAKTHROUGH, project.majorBreakthrough())
                        .answer(),
                enterprise(PlainItem.SCIENCE_PLAN_PROJECT)
                        .on(at)
                        .yes(PlainCondition.IN_PLAN, project.provincialPlan())
                        .positive(PlainCondition.FUNDED, project.approvedFunding())
                        .atMostCeiling(project.approvedFunding()));
    }

    private List<PlainAnswer.Item> designCentre(PlainClaim.DesignCentre centre, String at) {
        return List.of(
                newDesignCentre(
                        enterprise(PlainItem.PROVINCIAL_DESIGN_CENTRE)
                                .on(at)
                                .is(PlainCondition.PROVINCIAL_CENTRE, centre.level(), CentreLevel.PROVINCIAL),
                        centre),
                newDesignCentre(
                        enterprise(PlainItem.NATIONAL_DESIGN_CENTRE)
                                .on(at)
                                .is(PlainCondition.NATIONAL_CENTRE, centre.level(), CentreLevel.NATIONAL),
                        centre));
    }

    private static PlainAnswer.Item newDesignCentre(PlainJudgement judgement, PlainClaim.DesignCentre centre) {
        return judgement
                .since(PlainCondition.RECOGNISED_SINCE, centre.recognisedOn(), START)
                .byNow(PlainCondition.RECOGNISED_BY_NOW, centre.recognisedOn())
                .answer();
    }

    private List<PlainAnswer.Item> designPurchase(PlainClaim.DesignPurchase purchase, String at) {
        BigDecimal expenses = purchase.approvedExpenses();
        return List.of(enterprise(PlainItem.DESIGN_PURCHASE)
                .is(PlainCondition.MANUFACTURER, applicant.industry(), Industry.MANUFACTURING)
                .on(at)
                .positive(PlainCondition.SPENT, expenses)
                .atMostCeiling(expenses == null ? null : expenses.multiply(HALF).setScale(2, RoundingMode.DOWN)));
    }

    private List<PlainAnswer.Item> nationalCentre(
            PlainItem item, @Nullable CentreLevel level, @Nullable LocalDate approvedOn, String at) {
        return List.of(inHebei(item)
                .on(at)
                .is(PlainCondition.NATIONAL_CENTRE, level, CentreLevel.NATIONAL)
                .since(PlainCondition.APPROVED_SINCE, approvedOn, START)
                .byNow(PlainCondition.APPROVED_BY_NOW, approvedOn)
                .answer());
    }

    private List<PlainAnswer.Item> demonstrationZone(PlainClaim.DemonstrationZone zone, String at) {
        return List.of(inHebei(PlainItem.QUALITY_BRAND_ZONE)
                .is(PlainCondition.ZONE, applicant.kind(), ApplicantKind.ZONE)
                .on(at)
                .since(PlainCondition.APPROVED_SINCE, zone.approvedOn(), START)
                .byNow(PlainCondition.APPROVED_BY_NOW, zone.approvedOn())
                .answer());
    }

    private PlainJudgement enterprise(PlainItem item) {
        return PlainJudgement.ofEnterprise(item, asOf, applicant);
    }

    private PlainJudgement inHebei(PlainItem item) {
        return PlainJudgement.inHebei(item, asOf, applicant);
    }
}
