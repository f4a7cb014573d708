package io.subsidyrules.recording.project;

import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.recording.store.ProjectHashes;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.writing.LookAlikeForm;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The awards of the projects that a transaction has to do with, and of those that look like them. */
public final class PaidProjects {

    private final Map<String, List<Award>> byLookAlike = new HashMap<>();

    /**
     * An award that a project got.
     *
     * @param round how many those that look alike had before
     * @param project the hash of its canonical form
     * @param inForce whether it is not revoked
     */
    private record Award(int round, String project, UUID decision, int claim, String applicant, boolean inForce) {

        Award revoked() {
            return new Award(round, project, decision, claim, applicant, false);
        }
    }

    /** Loads the awards in force, and the last award of each project, whose round counts. */
    public void load(Collection<String> lookAlikes, Sql sql) throws SQLException {
        sql.query(
                """
                select encode(look_alike, 'hex'), round, encode(project, 'hex'), decision.id, claim, award.applicant,
                       in_force
                from unnest(?::text[]) as asked (hash)
                cross join lateral (
                    select paid.*, row_number() over (order by round desc) = 1 as last,
                           not exists (
                               select from revoked_claim revoked
                               where revoked.decision = paid.decision and revoked.claim in (paid.claim, -1)) as in_force
                    from paid_project paid
                    where form = ? and look_alike = decode(asked.hash, 'hex')) award
                join decision on decision.sequence = award.decision
                where in_force or last
                order by look_alike, round""",
                row -> byLookAlike
                        .computeIfAbsent(row.getString(1), hash -> new ArrayList<>())
                        .add(new Award(
                                row.getInt(2),
                                row.getString(3),
                                row.getObject(4, UUID.class),
                                row.getInt(5),
                                row.getString(6),
                                row.getBoolean(7))),
                new Sql.Values("text", List.copyOf(lookAlikes)),
                LookAlikeForm.VERSION);
    }

    /** The awards in force for the claims of a request. */
    public EarlierAwards earlierAwards(RecordedRequest application) {
        Map<Integer, EarlierAward> byClaim = new TreeMap<>();
        for (int i = 0; i < application.claims().size(); i++) {
            int claim = i;
            application
                    .claims()
                    .get(i)
                    .project()
                    .flatMap(project ->
                            earlierAward(project.hashes(), application.facts().applicant()))
                    .ifPresent(award -> byClaim.put(claim, award));
        }
        return byClaim.isEmpty() ? EarlierAwards.EMPTY : new EarlierAwards(byClaim);
    }

    /** An award of the same project goes first, then one of the same applicant, then the newest. */
    private Optional<EarlierAward> earlierAward(ProjectHashes hashes, String applicant) {
        return byLookAlike.getOrDefault(hashes.lookAlike(), List.of()).stream()
                .filter(Award::inForce)
                .max(Comparator.comparing((Award award) -> award.project().equals(hashes.project()))
                        .thenComparing(award -> award.applicant().equals(applicant))
                        .thenComparing(Award::round))
                .map(award -> new EarlierAward(
                        award.decision().toString(),
                        award.claim(),
                        award.applicant().equals(applicant),
                        !award.project().equals(hashes.project())));
    }

    /** Gives a project a new award; its round. */
    public int award(ProjectHashes hashes, UUID decision, int claim, String applicant) {
        List<Award> before = byLookAlike.computeIfAbsent(hashes.lookAlike(), hash -> new ArrayList<>());
        int round = before.stream().mapToInt(Award::round).max().orElse(-1) + 1;
        before.add(new Award(round, hashes.project(), decision, claim, applicant, true));
        return round;
    }

    /** Takes the awards of a decision, or of one claim of it, out of force. */
    public void revoke(UUID decision, Optional<Integer> claim) {
        byLookAlike
                .values()
                .forEach(awards -> awards.replaceAll(award -> award.decision().equals(decision)
                                && claim.map(one -> one == award.claim()).orElse(true)
                        ? award.revoked()
                        : award));
    }
}
