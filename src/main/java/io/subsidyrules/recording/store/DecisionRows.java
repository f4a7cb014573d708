package io.subsidyrules.recording.store;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.project.ProjectText;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.ledger.result.Figures;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.ledger.result.ShownItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The rows that the entry of a decision has in the tables beside the ledger. They are written as they are here, and
 * compared with it afterwards.
 *
 * @param decision that of the table of decisions
 * @param awards those of the table of awards, in the order of the result
 * @param division the one that all of these have
 * @param tags what the decision can be looked for by
 * @param paid the projects that an amount is awarded to
 */
public record DecisionRows(
        DecisionRow decision, List<Award> awards, Optional<String> division, Set<Tag> tags, List<PaidClaim> paid) {

    public DecisionRows {
        awards = List.copyOf(awards);
        tags = Set.copyOf(tags);
        paid = List.copyOf(paid);
    }

    /**
     * A row of the table of decisions, amounts in yuan with two decimals.
     *
     * @param claims the number of claims that its request has
     * @param statuses those of the items that its summary shows, the better ones first
     */
    public record DecisionRow(
            long sequence,
            UUID id,
            String caller,
            Optional<String> reference,
            String applicant,
            String ruleset,
            int claims,
            BigDecimal total,
            BigDecimal atStake,
            List<String> statuses) {

        public DecisionRow {
            statuses = List.copyOf(statuses);
        }
    }

    /** A claim that an amount is awarded to, with its project. */
    public record PaidClaim(int claim, ProjectHashes project) {}

    public static DecisionRows of(Entry entry, Figures result, RequestFacts request, List<PaidClaim> paid) {
        Map<String, Object> members = entry.members();
        DecisionRow decision = new DecisionRow(
                entry.sequence(),
                UUID.fromString(text("id", members)),
                text("caller", members),
                Optional.ofNullable((String) members.get("reference")),
                request.applicant(),
                text("ruleset", members),
                request.types().size(),
                new BigDecimal(result.total()),
                new BigDecimal(result.atStake()),
                statuses(result));
        return new DecisionRows(decision, result.awards(), request.division(), Tag.of(result), paid);
    }

    /**
     * The rows of an entry that was recorded before.
     *
     * @throws IllegalArgumentException if its request or its projects cannot be read
     * @throws io.subsidyrules.ledger.result.DamagedResultException where its result cannot be read
     */
    public static DecisionRows of(Entry entry) {
        Map<String, Object> members = entry.members();
        List<PaidClaim> paid = new ArrayList<>();
        for (Object one : (List<?>) Objects.requireNonNull(members.get("projects"))) {
            Map<?, ?> project = (Map<?, ?>) one;
            paid.add(new PaidClaim(
                    ((Long) Objects.requireNonNull(project.get("claim"))).intValue(),
                    ProjectHashes.of(ProjectText.read((String) Objects.requireNonNull(project.get("project"))))));
        }
        return of(entry, ResultText.of(members).figures(), RequestFacts.read(text("request", members)), paid);
    }

    private static List<String> statuses(Figures result) {
        return result.shown().stream()
                .map(ShownItem::status)
                .distinct()
                .map(Status::valueOf)
                .sorted()
                .map(Status::name)
                .toList();
    }

    private static String text(String name, Map<String, Object> members) {
        return (String) Objects.requireNonNull(members.get(name), name);
    }
}
