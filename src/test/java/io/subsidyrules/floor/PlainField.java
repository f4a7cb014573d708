package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainApplicant.ApplicantKind;
import io.subsidyrules.floor.PlainApplicant.EnterpriseSize;
import io.subsidyrules.floor.PlainApplicant.Industry;
import io.subsidyrules.floor.PlainClaim.BaseLevel;
import io.subsidyrules.floor.PlainClaim.CentreLevel;
import io.subsidyrules.floor.PlainClaim.DraftingRole;
import io.subsidyrules.floor.PlainClaim.PilotLevel;
import io.subsidyrules.floor.PlainClaim.Prize;
import io.subsidyrules.floor.PlainClaim.StandardLevel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a field is asked for.
 *
 * @param allowed the values to choose from; null where any value of its type will do
 */
record PlainField(String title, @Nullable List<?> allowed) {

    private static final List<Boolean> YES_OR_NO = List.of(true, false);

    private static final Map<String, PlainField> FIELDS = Map.ofEntries(
            Map.entry("applicant.kind", of("kind of applicant", ApplicantKind.values())),
            Map.entry("applicant.divisionCode", new PlainField("division code of the place of registration", null)),
            Map.entry("applicant.industry", of("industry", Industry.values())),
            Map.entry("applicant.size", of("size of the enterprise", EnterpriseSize.values())),
            Map.entry(
                    "applicant.countyCluster",
                    yesOrNo("a member of one of the 107 county characteristic industrial clusters")),
            Map.entry(
                    "applicant.clusterLeader",
                    yesOrNo("the leading enterprise of a county characteristic industrial cluster")),
            Map.entry("applicant.foreignTrade", yesOrNo("engaged in foreign trade")),
            Map.entry(
                    "applicant.worldClassCultivation",
                    yesOrNo("in the provincial list of enterprises cultivated to world class")),
            Map.entry("applicant.newEconomy", yesOrNo("of a new industry, format or business model")),
            Map.entry("applicant.establishedOn", new PlainField("date of establishment", null)),
            Map.entry("StandardLeader.listed", yesOrNo("listed as a leader")),
            Map.entry("HostedStandard.level", of("level of the standard", StandardLevel.values())),
            Map.entry("HostedStandard.role", of("role in drafting the standard", DraftingRole.values())),
            Map.entry("StandardAward.prize", of("grade of the prize", Prize.values())),
            Map.entry("StandardAward.drafter", yesOrNo("a drafter of the standard that won the prize")),
            Map.entry("InnovationStandardSeries.undertaken", yesOrNo("undertaken by the applicant")),
            Map.entry("InnovationBase.level", of("level of the base", BaseLevel.values())),
            Map.entry("StandardizationPilot.level", of("level of the pilot", PilotLevel.values())),
            Map.entry("ResearchProject.provincialPlan", yesOrNo("in the provincial science and technology plan")),
            Map.entry(
                    "ResearchProject.majorBreakthrough",
                    yesOrNo("a major breakthrough in a common or core technology of an industry")),
            Map.entry("ResearchProject.approvedFunding", new PlainField("approved funding in yuan", null)),
            Map.entry("DesignCentre.level", of("level of the centre", CentreLevel.values())),
            Map.entry("DesignCentre.recognisedOn", new PlainField("date of recognition", null)),
            Map.entry("DesignPurchase.approvedExpenses", new PlainField("sum of the approved expenses in yuan", null)),
            Map.entry("InspectionCentre.level", of("level of the centre", CentreLevel.values())),
            Map.entry("InspectionCentre.approvedOn", new PlainField("date of approval", null)),
            Map.entry("MeasurementCentre.level", of("level of the centre", CentreLevel.values())),
            Map.entry("MeasurementCentre.approvedOn", new PlainField("date of approval", null)),
            Map.entry("DemonstrationZone.approvedOn", new PlainField("date of approval", null)),
            Map.entry("QualityExpertHire.executiveRole", yesOrNo("hired as a quality executive")));

    /** @param claim the type of the claim that the item is decided on, or applicant */
    static PlainField at(String pointer, String claim) {
        String type = pointer.startsWith("/applicant/") ? "applicant" : claim;
        PlainField field = FIELDS.get(type + "." + pointer.substring(pointer.lastIndexOf('/') + 1));
        if (field == null) {
            throw new IllegalArgumentException("Nothing asks for %s of %s.".formatted(pointer, type));
        }
        return field;
    }

    private static PlainField of(String title, Enum<?>[] constants) {
        return new PlainField(title, List.of(constants));
    }

    private static PlainField yesOrNo(String title) {
        return new PlainField(title, YES_OR_NO);
    }
}
