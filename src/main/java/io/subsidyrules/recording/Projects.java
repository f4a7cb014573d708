package io.subsidyrules.recording;

import io.subsidyrules.engine.EarlierAward;
import io.subsidyrules.engine.EarlierAwards;
import io.subsidyrules.engine.Project;
import io.subsidyrules.engine.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The last awards of the projects that a transaction has to do with. */
final class Projects {

    private final Map<String, Last> byProject = new HashMap<>();

    /**
     * The last award of a project.
     *
     * @param round how many it had before
     * @param standing whether it is not revoked
     */
    private record Last(int round, UUID decision, int claim, String applicant, boolean standing) {}

    /** The hex SHA-256 of a project's text, which is the key that the database knows it by. */
    static String hash(Project project) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(project.text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<String> hashes(Request request) {
        return java.util.stream.IntStream.range(0, request.claimCount())
                .mapToObj(request::claimedProject)
                .flatMap(claimed -> claimed.project().stream())
                .map(Projects::hash)
                .toList();
    }

    void load(Collection<String> hashes, Sql sql) throws SQLException {
        sql.query(
                """
                select distinct on (award.project) encode(award.project, 'hex'), award.round, decision.id, award.claim,
                       award.applicant,
                       not exists (select from revoked_claim
                                   where revoked_claim.decision = award.decision
                                     and revoked_claim.claim in (award.claim, -1))
                from unnest(?::text[]) as asked (hash)
                join project_award award on award.project = decode(asked.hash, 'hex')
                join decision on decision.sequence = award.decision
                order by award.project, award.round desc""",
                row -> byProject.put(
                        row.getString(1),
                        new Last(
                                row.getInt(2),
                                row.getObject(3, UUID.class),
                                row.getInt(4),
                                row.getString(5),
                                row.getBoolean(6))),
                new Sql.Values("text", List.copyOf(hashes)));
    }

    /** What stands for the claims of a request. */
    EarlierAwards earlierAwards(Request request) {
        String applicant = request.applicantId().orElse("");
        Map<Integer, EarlierAward> byClaim = new TreeMap<>();
        for (int i = 0; i < request.claimCount(); i++) {
            int claim = i;
            request.claimedProject(i)
                    .project()
                    .flatMap(project -> Optional.ofNullable(byProject.get(hash(project))))
                    .filter(Last::standing)
                    .ifPresent(last -> byClaim.put(
                            claim,
                            new EarlierAward(
                                    last.decision().toString(),
                                    last.claim(),
                                    last.applicant().equals(applicant))));
        }
        return byClaim.isEmpty() ? EarlierAwards.EMPTY : new EarlierAwards(byClaim);
    }

    /** Gives a project a new award; its round. */
    int award(String hash, UUID decision, int claim, String applicant) {
        Last before = byProject.get(hash);
        int round = before == null ? 0 : before.round() + 1;
        byProject.put(hash, new Last(round, decision, claim, applicant, true));
        return round;
    }

    /** The awards of a decision, or of one claim of it, stand no more. */
    void revoke(UUID decision, Optional<Integer> claim) {
        byProject.replaceAll((hash, last) -> last.decision().equals(decision)
                        && claim.map(one -> one == last.claim()).orElse(true)
                ? new Last(last.round(), decision, last.claim(), last.applicant(), false)
                : last);
    }
}
