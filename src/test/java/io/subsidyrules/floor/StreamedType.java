package io.subsidyrules.floor;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The types of claims, with the first of their key fields. */
enum StreamedType {
    STANDARD_LEADER("StandardLeader", "standard", StreamedStandards.Leader::new),
    HOSTED_STANDARD("HostedStandard", "standardNumber", StreamedStandards.Hosted::new),
    STANDARD_AWARD("StandardAward", "project", StreamedStandards.Award::new),
    INNOVATION_STANDARD_SERIES("InnovationStandardSeries", "name", StreamedStandards.Series::new),
    INNOVATION_BASE("InnovationBase", "name", StreamedStandards.Base::new),
    STANDARDIZATION_PILOT("StandardizationPilot", "name", StreamedStandards.Pilot::new),
    RESEARCH_PROJECT("ResearchProject", "projectNumber", StreamedProjects.Research::new),
    DESIGN_CENTRE("DesignCentre", "name", StreamedCentres.Design::new),
    DESIGN_PURCHASE("DesignPurchase", "project", StreamedProjects.Purchase::new),
    INSPECTION_CENTRE("InspectionCentre", "name", StreamedCentres.Inspection::new),
    MEASUREMENT_CENTRE("MeasurementCentre", "name", StreamedCentres.Measurement::new),
    DEMONSTRATION_ZONE("DemonstrationZone", "name", StreamedCentres.Zone::new),
    QUALITY_EXPERT_HIRE("QualityExpertHire", "expert", StreamedProjects.Hire::new);

    static final Map<String, StreamedType> BY_NAME = new HashMap<>();

    static {
        for (StreamedType type : values()) {
            BY_NAME.put(type.text.getValue(), type);
        }
    }

    /** The type's name in requests and answers. */
    final SerializedString text;

    final String keyField;
    private final Supplier<StreamedClaim> constructor;

    StreamedType(String name, String keyField, Supplier<StreamedClaim> constructor) {
        this.text = new SerializedString(name);
        this.keyField = keyField;
        this.constructor = constructor;
    }

    StreamedClaim claim() {
        return constructor.get();
    }

    /** The constants of an enum by the names that requests have. */
    static <E extends Enum<E>> Map<String, E> byName(E[] constants) {
        Map<String, E> byName = new HashMap<>();
        for (E constant : constants) {
            byName.put(constant.name(), constant);
        }
        return byName;
    }
}
