package io.subsidyrules.floor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who applies. A field that is null is unknown. */
record PlainApplicant(
        String id,
        @Nullable String name,
        @Nullable ApplicantKind kind,
        @Nullable String divisionCode,
        @Nullable Industry industry,
        @Nullable EnterpriseSize size,
        @Nullable Boolean countyCluster,
        @Nullable Boolean clusterLeader,
        @Nullable Boolean foreignTrade,
        @Nullable Boolean worldClassCultivation,
        @Nullable Boolean newEconomy,
        @Nullable LocalDate establishedOn) {

    enum ApplicantKind {
        ENTERPRISE,
        INSTITUTION,
        ZONE
    }

    enum Industry {
        AGRICULTURE,
        MINING,
        MANUFACTURING,
        UTILITIES,
        CONSTRUCTION,
        SERVICES,
        OTHER
    }

    enum EnterpriseSize {
        LARGE,
        MEDIUM,
        SMALL,
        MICRO
    }
}
