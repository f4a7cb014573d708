package io.subsidyrules.recording.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.subsidyrules.engine.project.ProjectText;
import io.subsidyrules.recording.store.LedgerLock;
import io.subsidyrules.recording.store.PaidProject;
import io.subsidyrules.recording.store.ProjectHashes;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.writing.LookAlikeForm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Enters what was paid before into the table of paid projects, in the form in which this version compares them. Their
 * texts are in the entries of the decisions, which are not touched. It goes part by part, each a transaction of its
 * own; where it ends early, it goes on there when it is run again. Two services that run it at once take turns.
 */
public final class KnownProjects {

    private static final Logger LOG = Logger.getLogger(KnownProjects.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The decisions of one part. */
    private static final int PART = 1_000;

    private static final int LOGGED_PARTS = 50;

    /**
     * Canonical JSON has its members by name, so what is before this one are all but the long ones; no text can hold
     * it.
     */
    private static final String AFTER_PROJECTS = ",\"recordedAt\":";

    /** Earlier awards can have been paid twice, which the database takes with this setting alone. */
    private static final String GUARDED = """
            select set_config('subsidy.known_projects', 'entered', true), set_config('synchronous_commit', 'on', true),
                   pg_advisory_xact_lock(?)""";

    private final Connection connection;
    private final Sql sql;
    private final int part;

    public KnownProjects(Connection connection) {
        this(connection, PART);
    }

    /** @param part how many decisions go into one transaction */
    public KnownProjects(Connection connection, int part) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.part = part;
    }

    /** The projects that a decision paid for, read from its entry. */
    private record Paid(long sequence, String applicant, String head) {

        static Paid of(ResultSet row) throws SQLException {
            return new Paid(row.getLong(1), row.getString(2), row.getString(3));
        }
    }

    /** A project that a claim of a decision was for. */
    private record Claimed(Paid by, int claim, ProjectHashes hashes) {}

    /** Enters all that is missing; at once where nothing is. */
    public void enter() throws SQLException {
        boolean automatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            long after = 0;
            for (int parts = 1; !isKnown(); parts++) {
                after = enterPart(after);
                connection.commit();
                if (parts % LOGGED_PARTS == 0) {
                    LOG.infof("The projects that were paid before are entered: as far as the entry %s.", after);
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(automatic);
        }
    }

    private boolean isKnown() throws SQLException {
        return !sql.query("select form from project_form where form = ?", row -> row.getInt(1), LookAlikeForm.VERSION)
                .isEmpty();
    }

    /** Enters the next decisions after an entry; where there are none any more, the form is known. The last of them. */
    long enterPart(long after) throws SQLException {
        sql.query(GUARDED, row -> row.getString(1), LedgerLock.NUMBER);
        if (isKnown()) {
            return after;
        }
        List<Paid> next = next(Math.max(after, entered()));
        if (next.isEmpty()) {
            sql.update("insert into project_form (form) values (?)", LookAlikeForm.VERSION);
            return after;
        }
        List<Claimed> claimed = new ArrayList<>();
        for (Paid paid : next) {
            claimed.addAll(claimed(paid));
        }
        PaidProject.insert(rows(claimed), sql);
        return next.get(next.size() - 1).sequence();
    }

    private long entered() throws SQLException {
        return sql.query(
                        "select coalesce(max(decision), 0) from paid_project where form = ?",
                        row -> row.getLong(1),
                        LookAlikeForm.VERSION)
                .get(0);
    }

    private List<Paid> next(long after) throws SQLException {
        return sql.query("""
                select sequence, applicant, split_part(content, ?, 1) from decision join ledger_entry using (sequence)
                where sequence > ? order by sequence limit ?""", Paid::of, AFTER_PROJECTS, after, part);
    }

    private static List<Claimed> claimed(Paid paid) {
        try {
            List<Claimed> claimed = new ArrayList<>();
            for (JsonNode one : JSON.readTree(paid.head() + "}").path("projects")) {
                claimed.add(new Claimed(
                        paid,
                        one.path("claim").intValue(),
                        ProjectHashes.of(ProjectText.read(one.path("project").textValue()))));
            }
            return claimed;
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    ("The projects of the ledger's entry %s cannot be read: it was altered. Check an export "
                                    + "with bin/verify-ledger.")
                            .formatted(paid.sequence()),
                    unreadable);
        }
    }

    /** With their rounds, which go on from those entered before. */
    private List<PaidProject> rows(List<Claimed> claimed) throws SQLException {
        Map<String, Integer> rounds = new HashMap<>();
        sql.query(
                """
                select encode(look_alike, 'hex'), max(round) from paid_project
                where form = ? and look_alike in (select decode(hash, 'hex') from unnest(?::text[]) as asked (hash))
                group by look_alike""",
                row -> rounds.put(row.getString(1), row.getInt(2)),
                LookAlikeForm.VERSION,
                new Sql.Values(
                        "text",
                        claimed.stream()
                                .map(one -> one.hashes().lookAlike())
                                .distinct()
                                .toList()));
        return claimed.stream()
                .map(one -> new PaidProject(
                        one.hashes(),
                        rounds.merge(one.hashes().lookAlike(), 0, (before, first) -> before + 1),
                        one.by().sequence(),
                        one.claim(),
                        one.by().applicant()))
                .toList();
    }
}
