package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainApplicant.ApplicantKind;
import io.subsidyrules.floor.PlainApplicant.EnterpriseSize;
import io.subsidyrules.floor.PlainApplicant.Industry;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who applies. A field that is null is unknown. */
final class StreamedApplicant {

    private static final Map<String, ApplicantKind> KINDS = StreamedType.byName(ApplicantKind.values());
    private static final Map<String, Industry> INDUSTRIES = StreamedType.byName(Industry.values());
    private static final Map<String, EnterpriseSize> SIZES = StreamedType.byName(EnterpriseSize.values());

    @Nullable
    ApplicantKind kind;

    @Nullable
    String divisionCode;

    @Nullable
    Industry industry;

    @Nullable
    EnterpriseSize size;

    @Nullable
    Boolean countyCluster;

    @Nullable
    Boolean clusterLeader;

    @Nullable
    Boolean foreignTrade;

    @Nullable
    Boolean worldClassCultivation;

    @Nullable
    Boolean newEconomy;

    @Nullable
    LocalDate establishedOn;

    private boolean identified;

    void read(String name, StreamedMembers in) throws IOException {
        switch (name) {
            case "id" -> readId(in);
            case "name" -> in.string();
            case "kind" -> kind = in.constant(KINDS);
            case "divisionCode" -> readDivisionCode(in);
            case "industry" -> industry = in.constant(INDUSTRIES);
            case "size" -> size = in.constant(SIZES);
            case "countyCluster" -> countyCluster = in.bool();
            case "clusterLeader" -> clusterLeader = in.bool();
            case "foreignTrade" -> foreignTrade = in.bool();
            case "worldClassCultivation" -> worldClassCultivation = in.bool();
            case "newEconomy" -> newEconomy = in.bool();
            case "establishedOn" -> establishedOn = in.date();
            default -> in.refuse();
        }
    }

    /** Notes what is absent. */
    void end(StreamedMembers in) {
        if (!identified) {
            in.fault("id", "REQUIRED");
        }
    }

    private void readId(StreamedMembers in) throws IOException {
        identified = !in.isNull();
        String id = in.string();
        if (id != null && !PlainCreditCode.isWellFormed(id)) {
            in.fault("BAD_FORMAT");
        } else if (id != null && !PlainCreditCode.isChecked(id)) {
            in.fault("BAD_CHECK_CHARACTER");
        }
    }

    private void readDivisionCode(StreamedMembers in) throws IOException {
        divisionCode = in.string();
        if (divisionCode != null && !PlainReader.isSixDigits(divisionCode)) {
            in.fault("BAD_FORMAT");
        } else if (divisionCode != null && !PlainReader.DIVISIONS.contains(divisionCode)) {
            in.fault("UNKNOWN_CODE");
        }
    }
}
