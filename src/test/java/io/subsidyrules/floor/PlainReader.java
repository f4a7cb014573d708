package io.subsidyrules.floor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.FirstPolicy;
import io.subsidyrules.floor.PlainApplicant.ApplicantKind;
import io.subsidyrules.floor.PlainApplicant.EnterpriseSize;
import io.subsidyrules.floor.PlainApplicant.Industry;
import io.subsidyrules.floor.PlainClaim.BaseLevel;
import io.subsidyrules.floor.PlainClaim.CentreLevel;
import io.subsidyrules.floor.PlainClaim.DraftingRole;
import io.subsidyrules.floor.PlainClaim.PilotLevel;
import io.subsidyrules.floor.PlainClaim.Prize;
import io.subsidyrules.floor.PlainClaim.Project;
import io.subsidyrules.floor.PlainClaim.StandardLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads requests through Jackson's tree, and refuses what the contract refuses. */
final class PlainReader {

    private static final int MOST_CLAIMS = 1000;
    private static final String POLICY = "hebei-quality-2022";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    static final Set<String> DIVISIONS = divisions();
    private static final ObjectReader TREE = MAPPER.readerFor(JsonNode.class);

    private final PlainFaults faults = new PlainFaults();
    private final List<PlainClaim> claims = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private PlainReader() {}

    /**
     * Reads a request.
     *
     * @throws IOException where it is not one JSON object
     * @throws PlainFaults.Refused where its content has faults
     */
    static PlainRequest read(byte[] body, LocalDate today) throws IOException {
        JsonNode root = TREE.readTree(body);
        if (!root.isObject()) {
            throw new IOException("The body must be a JSON object.");
        }
        return new PlainReader().request(root, today);
    }

    private PlainRequest request(JsonNode root, LocalDate today) {
        PlainMembers members = new PlainMembers(root, "", faults);
        LocalDate asOf = members.date("asOf");
        PlainApplicant applicant = applicant(members);
        claims(members);
        policies(members);
        members.refuseOthers();
        faults.throwIfAny();
        if (applicant == null) {
            throw new IllegalStateException("An applicant without a fault was not read.");
        }
        return new PlainRequest(asOf == null ? today : asOf, applicant, claims);
    }

    private @Nullable PlainApplicant applicant(PlainMembers request) {
        JsonNode node = request.node("applicant");
        if (node == null) {
            request.fault("applicant", "REQUIRED");
            return null;
        }
        if (!node.isObject()) {
            request.fault("applicant", "WRONG_TYPE");
            return null;
        }
        PlainMembers members = new PlainMembers(node, "/applicant", faults);
        String id = members.required("id");
        if (id != null) {
            checkCreditCode(id, members);
        }
        String divisionCode = members.string("divisionCode");
        if (divisionCode != null && !isSixDigits(divisionCode)) {
            members.fault("divisionCode", "BAD_FORMAT");
        } else if (divisionCode != null && !DIVISIONS.contains(divisionCode)) {
            members.fault("divisionCode", "UNKNOWN_CODE");
        }
        PlainApplicant applicant = new PlainApplicant(
                id == null ? "" : id,
                members.string("name"),
                members.constant("kind", ApplicantKind.class),
                divisionCode,
                members.constant("industry", Industry.class),
                members.constant("size", EnterpriseSize.class),
                members.bool("countyCluster"),
                members.bool("clusterLeader"),
                members.bool("foreignTrade"),
                members.bool("worldClassCultivation"),
                members.bool("newEconomy"),
                members.date("establishedOn"));
        members.refuseOthers();
        return applicant;
    }

    private static void checkCreditCode(String id, PlainMembers members) {
        if (!PlainCreditCode.isWellFormed(id)) {
            members.fault("id", "BAD_FORMAT");
        } else if (!PlainCreditCode.isChecked(id)) {
            members.fault("id", "BAD_CHECK_CHARACTER");
        }
    }

    private static Set<String> divisions() {
        try (Stream<String> lines = Files.lines(FirstPolicy.FOLDER.resolve("vocabulary/divisions.csv"))) {
            return lines.map(line -> line.substring(0, line.indexOf(','))).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean isSixDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() == 6;
    }

    private void policies(PlainMembers request) {
        JsonNode node = request.node("policies");
        if (node == null) {
            return;
        }
        if (!node.isArray()) {
            request.fault("policies", "WRONG_TYPE");
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            String policy = PlainMembers.string(node.get(i), "/policies/" + i, faults);
            if (policy != null && !policy.equals(POLICY)) {
                faults.add("/policies/" + i, "UNKNOWN_POLICY");
            }
        }
    }

    private void claims(PlainMembers request) {
        JsonNode node = request.node("claims");
        if (node == null) {
            return;
        }
        if (!node.isArray()) {
            request.fault("claims", "WRONG_TYPE");
            return;
        }
        if (node.size() > MOST_CLAIMS) {
            request.fault("claims", "TOO_MANY");
        }
        for (int i = 0; i < Math.min(node.size(), MOST_CLAIMS); i++) {
            String pointer = "/claims/" + i;
            if (node.get(i).isObject()) {
                claim(new PlainMembers(node.get(i), pointer, faults));
            } else {
                faults.add(pointer, "WRONG_TYPE");
            }
        }
    }

    private void claim(PlainMembers members) {
        String id = members.required("id");
        if (id != null && id.isEmpty()) {
            members.fault("id", "BAD_FORMAT");
        } else if (id != null && !ids.add(id)) {
            members.fault("id", "DUPLICATE_ID");
        }
        String type = members.required("type");
        if (type == null) {
            return;
        }
        PlainClaim claim = claim(type, id == null ? "" : id, members);
        if (claim == null) {
            members.fault("type", "UNKNOWN_TYPE");
        } else {
            members.refuseOthers();
            claims.add(claim);
        }
    }

    private static @Nullable PlainClaim claim(String type, String id, PlainMembers in) {
        return switch (type) {
            case "StandardLeader" -> new PlainClaim.StandardLeader(id, ofYear(type, "standard", in), in.bool("listed"));
            case "HostedStandard" ->
                new PlainClaim.HostedStandard(
                        id,
                        project(type, "standardNumber", in),
                        in.constant("level", StandardLevel.class),
                        in.constant("role", DraftingRole.class));
            case "StandardAward" ->
                new PlainClaim.StandardAward(
                        id, ofYear(type, "project", in), in.constant("prize", Prize.class), in.bool("drafter"));
            case "InnovationStandardSeries" ->
                new PlainClaim.InnovationStandardSeries(id, project(type, "name", in), in.bool("undertaken"));
            case "InnovationBase" ->
                new PlainClaim.InnovationBase(id, project(type, "name", in), in.constant("level", BaseLevel.class));
            case "StandardizationPilot" ->
                new PlainClaim.StandardizationPilot(
                        id, project(type, "name", in), in.constant("level", PilotLevel.class));
            case "ResearchProject" ->
                new PlainClaim.ResearchProject(
                        id,
                        project(type, "projectNumber", in),
                        in.bool("provincialPlan"),
                        in.bool("majorBreakthrough"),
                        in.yuan("approvedFunding"));
            case "DesignCentre" ->
                new PlainClaim.DesignCentre(
                        id,
                        project(type, "name", in),
                        in.constant("level", CentreLevel.class),
                        in.date("recognisedOn"));
            case "DesignPurchase" ->
                new PlainClaim.DesignPurchase(id, project(type, "project", in), in.yuan("approvedExpenses"));
            case "InspectionCentre" ->
                new PlainClaim.InspectionCentre(
                        id, project(type, "name", in), in.constant("level", CentreLevel.class), in.date("approvedOn"));
            case "MeasurementCentre" ->
                new PlainClaim.MeasurementCentre(
                        id, project(type, "name", in), in.constant("level", CentreLevel.class), in.date("approvedOn"));
            case "DemonstrationZone" ->
                new PlainClaim.DemonstrationZone(id, project(type, "name", in), in.date("approvedOn"));
            case "QualityExpertHire" ->
                new PlainClaim.QualityExpertHire(
                        id, project(type, "expert", in), in.string("country"), in.bool("executiveRole"));
            default -> null;
        };
    }

    private static @Nullable Project project(String type, String field, PlainMembers in) {
        String name = in.key(field);
        return name == null ? null : new Project(type, field, name, 0);
    }

    private static @Nullable Project ofYear(String type, String field, PlainMembers in) {
        String name = in.key(field);
        Integer year = in.year("year");
        return name == null || year == null ? null : new Project(type, field, name, year);
    }
}
