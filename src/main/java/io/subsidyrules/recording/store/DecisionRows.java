package io.subsidyrules.recording.store;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.project.Project;
import io.subsidyrules.engine.project.ProjectText;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.ledger.result.Figures;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.ledger.result.ShownItem;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.writing.CanonicalForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The rows that the entry of a decision has in the tables beside the ledger. They are written as they are here, and
 * compared with it afterwards.
 *
 * @param decision that of the table of decisions
 * @param awards those of the table of awards, in the order of the result
 * @param division the one that all of these have
 * @param tags what the decision can be looked for by
 * @param paid the projects that an amount is awarded to
 * @param countable the awards that limits can count
 */
public record DecisionRows(
        DecisionRow decision,
        List<Award> awards,
        Optional<String> division,
        Set<Tag> tags,
        List<PaidClaim> paid,
        List<CountableAward> countable) {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    public DecisionRows {
        awards = List.copyOf(awards);
        tags = Set.copyOf(tags);
        paid = List.copyOf(paid);
        countable = List.copyOf(countable);
    }

    /** The divisions by which the decision is found: that of the applicant, and those above it by GB/T 2260. */
    public Set<String> divisions() {
        Set<String> all = new TreeSet<>();
        division.ifPresent(code -> {
            all.add(code);
            if (SIX_DIGITS.matcher(code).matches()) {
                all.add(code.substring(0, 4) + "00");
                all.add(code.substring(0, 2) + "0000");
            }
        });
        return all;
    }

    /**
     * A row of the table of decisions, amounts with two decimals.
     *
     * @param claims the number of claims that its request has
     * @param total in the first currency, as is what is at stake
     * @param totals the sums of all currencies, where one of them is not the yuan
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
            List<Sum> totals,
            List<String> statuses) {

        public DecisionRow {
            totals = List.copyOf(totals);
            statuses = List.copyOf(statuses);
        }
    }

    /**
     * A claim that an amount is awarded to, with its project.
     *
     * @param keys what {@link ProjectText#ofKeys} makes of the project's
     */
    public record PaidClaim(int claim, ProjectHashes project, String keys) {}

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
                result.sums().stream().allMatch(Sum::isYuan) ? List.of() : result.sums(),
                statuses(result));
        return new DecisionRows(
                decision,
                result.awards(),
                request.division(),
                Tag.of(result),
                paid,
                countable(entry.sequence(), result, request, paid));
    }

    /**
     * The rows of an entry that was recorded before.
     *
     * @throws IllegalArgumentException if its request or its projects cannot be read, or its result does not fit them
     * @throws io.subsidyrules.ledger.result.DamagedResultException where its result cannot be read
     */
    public static DecisionRows of(Entry entry) {
        Map<String, Object> members = entry.members();
        List<PaidClaim> paid = new ArrayList<>();
        for (Object one : (List<?>) Objects.requireNonNull(members.get("projects"))) {
            Map<?, ?> claim = (Map<?, ?>) one;
            Project project = ProjectText.read((String) Objects.requireNonNull(claim.get("project")));
            paid.add(new PaidClaim(
                    ((Long) Objects.requireNonNull(claim.get("claim"))).intValue(),
                    ProjectHashes.of(project),
                    ProjectText.ofKeys(project.keys())));
        }
        return of(entry, ResultText.of(members).figures(), RequestFacts.read(text("request", members)), paid);
    }

    private static List<CountableAward> countable(
            long sequence, Figures result, RequestFacts request, List<PaidClaim> paid) {
        Map<Integer, String> keys = new HashMap<>();
        paid.forEach(claim -> keys.put(claim.claim(), claim.keys()));
        String applicant = CanonicalForm.of(request.applicant());
        LocalDate asOf = date(result.asOf());
        List<CountableAward> rows = new ArrayList<>();
        for (int place = 0; place < result.awards().size(); place++) {
            Award award = result.awards().get(place);
            BigDecimal amount = award.amount().map(BigDecimal::new).orElse(BigDecimal.ZERO);
            if (award.claim() != Award.APPLICANT && amount.signum() > 0) {
                rows.add(new CountableAward(
                        sequence,
                        place,
                        award.claim(),
                        award.policy(),
                        award.item(),
                        asOf,
                        type(request, award.claim()),
                        keys.getOrDefault(award.claim(), CountableAward.NO_KEYS),
                        applicant,
                        request.groups(),
                        amount,
                        award.currency().orElse(Sum.YUAN)));
            }
        }
        return rows;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException("The result is as of no date (%s).".formatted(text), none);
        }
    }

    private static String type(RequestFacts request, int claim) {
        if (claim >= request.types().size()) {
            throw new IllegalArgumentException("The request has no claim %s.".formatted(claim));
        }
        return request.types().get(claim);
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
