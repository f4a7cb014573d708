package io.subsidyrules.audit;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.recording.store.DecisionRows;
import io.subsidyrules.recording.store.DecisionRows.PaidClaim;
import io.subsidyrules.recording.store.ProjectHashes;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.writing.LookAlikeForm;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the tables of the projects that were paid with the entries, in the form of this version and in that of the
 * first one.
 */
final class ProjectTables {

    private static final String PAID = "paid_project";
    private static final String FORM = "project_form";
    private static final String AS_SENT = "project_award";

    private final Sql sql;
    private final List<Difference> differences;

    ProjectTables(Sql sql, List<Difference> differences) {
        this.sql = sql;
        this.differences = differences;
    }

    /** A claim that a project was awarded for. */
    private record Award(long decision, int claim, ProjectHashes project, String applicant) {}

    /** The place of an award among those of one project, or of all that look alike. */
    private record Place(int round, long decision, int claim, String applicant) {

        boolean isOf(Award award) {
            return decision == award.decision() && claim == award.claim() && applicant.equals(award.applicant());
        }
    }

    /** The number of awards recorded in the first form. */
    long compare(Chunk chunk) throws SQLException {
        paid(chunk);
        return asSent(chunk);
    }

    private void paid(Chunk chunk) throws SQLException {
        Set<Award> rows = new HashSet<>(sql.query(
                """
                select decision, claim, encode(project, 'hex'), encode(look_alike, 'hex'), applicant
                from paid_project where form = ? and decision between ? and ?""",
                row -> new Award(
                        row.getLong(1),
                        row.getInt(2),
                        new ProjectHashes(row.getString(3), row.getString(4)),
                        row.getString(5)),
                LookAlikeForm.VERSION,
                chunk.from(),
                chunk.to()));
        Set<Award> expected = new HashSet<>();
        chunk.decisions().values().forEach(rowsOf -> expected.addAll(awards(rowsOf)));
        expected.stream()
                .filter(award -> !rows.contains(award))
                .sorted(Comparator.comparing(Award::decision))
                .forEach(award -> differences.add(Difference.missing(PAID, award.decision())));
        rows.stream()
                .filter(award -> !expected.contains(award))
                .sorted(Comparator.comparing(Award::decision))
                .forEach(award -> differences.add(Difference.extra(PAID, award.decision())));
        Stream<String> lookAlikes =
                expected.stream().map(award -> award.project().lookAlike());
        rounds(PAID, """
                select encode(look_alike, 'hex'), round, decision, claim, applicant from paid_project
                where form = %s and look_alike in (
                    select decode(hash, 'hex')
                    from unnest(?::text[]) as asked (hash))""".formatted(LookAlikeForm.VERSION), lookAlikes);
    }

    private static List<Award> awards(DecisionRows decision) {
        List<Award> awards = new ArrayList<>();
        for (PaidClaim paid : decision.paid()) {
            awards.add(new Award(
                    decision.decision().sequence(),
                    paid.claim(),
                    paid.project(),
                    decision.decision().applicant()));
        }
        return awards;
    }

    /** Awards of one project have the rounds from 0 on, in the order in which they were recorded. */
    private Map<String, List<Place>> rounds(String table, String query, Stream<String> hashes) throws SQLException {
        List<String> asked = hashes.distinct().toList();
        Map<String, List<Place>> places = new HashMap<>();
        if (asked.isEmpty()) {
            return places;
        }
        sql.query(
                query,
                row -> places.computeIfAbsent(row.getString(1), hash -> new ArrayList<>())
                        .add(new Place(row.getInt(2), row.getLong(3), row.getInt(4), row.getString(5))),
                new Sql.Values("text", asked));
        for (List<Place> of : places.values()) {
            of.sort(Comparator.comparingLong(Place::decision).thenComparing(Place::claim));
            for (int i = 0; i < of.size(); i++) {
                if (of.get(i).round() != i) {
                    differences.add(Difference.altered(table, of.get(i).decision()));
                    break;
                }
            }
        }
        return places;
    }

    /** Decisions without a form had their projects compared as they were sent. */
    private long asSent(Chunk chunk) throws SQLException {
        Map<Award, String> expected = new HashMap<>();
        chunk.decided()
                .filter(entry -> !entry.members().containsKey("projectForm"))
                .forEach(entry -> {
                    DecisionRows rows = chunk.rows(entry);
                    List<String> texts = texts(entry);
                    List<Award> awards = awards(rows);
                    for (int i = 0; i < awards.size(); i++) {
                        expected.put(awards.get(i), ProjectHashes.ofText(texts.get(i)));
                    }
                });
        Map<String, List<Place>> places = rounds(AS_SENT, """
                select encode(project, 'hex'), round, decision, claim, applicant from project_award
                where project in (
                    select decode(hash, 'hex') from unnest(?::text[]) as asked (hash))""", expected.values().stream());
        expected.forEach((award, hash) -> {
            if (places.getOrDefault(hash, List.of()).stream().noneMatch(place -> place.isOf(award))) {
                differences.add(Difference.missing(AS_SENT, award.decision()));
            }
        });
        return expected.size();
    }

    private static List<String> texts(Entry entry) {
        return ((List<?>) Objects.requireNonNull(entry.members().get("projects")))
                .stream()
                        .map(project -> (String) Objects.requireNonNull(((Map<?, ?>) project).get("project")))
                        .toList();
    }

    /**
     * Rows that no entry tells of.
     *
     * @param asSent how many awards were recorded in the first form
     */
    void compareNumber(long asSent) throws SQLException {
        Set<Integer> forms = sql.query("select form from project_form", row -> row.getInt(1)).stream()
                .collect(Collectors.toSet());
        if (!forms.contains(LookAlikeForm.VERSION)) {
            differences.add(Difference.missing(FORM, 0));
        }
        if (forms.stream().anyMatch(form -> form < 1 || form > LookAlikeForm.VERSION)) {
            differences.add(Difference.ofNone(FORM));
        }
        if (sql.query(
                        "select exists (select from paid_project where form < 1)"
                                + " or exists (select from paid_project where form > ?)",
                        row -> row.getBoolean(1),
                        LookAlikeForm.VERSION)
                .contains(true)) {
            differences.add(Difference.ofNone(PAID));
        }
        if (sql.query("select count(*) > ? from project_award", row -> row.getBoolean(1), asSent)
                .contains(true)) {
            differences.add(Difference.ofNone(AS_SENT));
        }
    }
}
