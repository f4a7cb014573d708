package io.subsidyrules.floor;

import io.subsidyrules.writing.CanonicalForm;
import io.subsidyrules.writing.LookAlikeForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be claimed: one record a kind of project, named as in the requests. A field that is null is unknown. */
sealed interface PlainClaim {

    /** The caller's id, unique in the request. */
    String id();

    /** The project that it is for, where all its keys are known. */
    @Nullable
    Project project();

    /** The type's name in requests and answers. */
    default String type() {
        return getClass().getSimpleName();
    }

    /**
     * What identifies a project among those of one type of claim.
     *
     * @param field the first key field
     * @param name its value
     * @param year the second key field, or 0 where the type has none
     */
    record Project(String type, String field, String name, int year) {

        Project canonical() {
            return new Project(type, field, CanonicalForm.of(name), year);
        }

        Project lookAlike() {
            return new Project(type, field, LookAlikeForm.of(CanonicalForm.of(name)), year);
        }
    }

    record StandardLeader(
            String id, @Nullable Project project, @Nullable Boolean listed) implements PlainClaim {}

    record HostedStandard(
            String id,
            @Nullable Project project,
            @Nullable StandardLevel level,
            @Nullable DraftingRole role) implements PlainClaim {}

    record StandardAward(
            String id,
            @Nullable Project project,
            @Nullable Prize prize,
            @Nullable Boolean drafter) implements PlainClaim {}

    record InnovationStandardSeries(
            String id, @Nullable Project project, @Nullable Boolean undertaken) implements PlainClaim {}

    record InnovationBase(
            String id, @Nullable Project project, @Nullable BaseLevel level) implements PlainClaim {}

    record StandardizationPilot(
            String id, @Nullable Project project, @Nullable PilotLevel level) implements PlainClaim {}

    record ResearchProject(
            String id,
            @Nullable Project project,
            @Nullable Boolean provincialPlan,
            @Nullable Boolean majorBreakthrough,
            @Nullable BigDecimal approvedFunding)
            implements PlainClaim {}

    record DesignCentre(
            String id,
            @Nullable Project project,
            @Nullable CentreLevel level,
            @Nullable LocalDate recognisedOn) implements PlainClaim {}

    record DesignPurchase(
            String id, @Nullable Project project, @Nullable BigDecimal approvedExpenses) implements PlainClaim {}

    record InspectionCentre(
            String id,
            @Nullable Project project,
            @Nullable CentreLevel level,
            @Nullable LocalDate approvedOn) implements PlainClaim {}

    record MeasurementCentre(
            String id,
            @Nullable Project project,
            @Nullable CentreLevel level,
            @Nullable LocalDate approvedOn) implements PlainClaim {}

    record DemonstrationZone(
            String id, @Nullable Project project, @Nullable LocalDate approvedOn) implements PlainClaim {}

    record QualityExpertHire(
            String id,
            @Nullable Project project,
            @Nullable String country,
            @Nullable Boolean executiveRole) implements PlainClaim {}

    enum StandardLevel {
        INTERNATIONAL,
        NATIONAL,
        INDUSTRY,
        LOCAL,
        GROUP,
        ENTERPRISE
    }

    enum DraftingRole {
        HOST,
        PARTICIPANT
    }

    enum Prize {
        FIRST,
        SECOND,
        THIRD
    }

    enum BaseLevel {
        NATIONAL,
        PROVINCIAL
    }

    enum PilotLevel {
        NATIONAL,
        PROVINCIAL,
        MUNICIPAL
    }

    enum CentreLevel {
        NATIONAL,
        PROVINCIAL
    }
}
