package io.subsidyrules.recording.archive;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.recording.AlteredLedgerException;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.recording.store.StoredRuleset;
import io.subsidyrules.storage.Database;
import io.subsidyrules.storage.DatabaseAwayException;
import io.subsidyrules.storage.UnreadableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rulesets that the ledger names: every one that ever decided, or was live and could have. */
@ApplicationScoped
public class RulesetHistory {

    /** Counts the decisions of each on the page alone. */
    private static final String NEWEST = """
            select ruleset.version, ruleset.sequence, first.recorded_at, made.decisions, made.latest, last.recorded_at
            from (select version, sequence from ruleset where (sequence, version) < (?, ?)
                  order by sequence desc, version desc limit ?) ruleset
            left join ledger_entry first on first.sequence = ruleset.sequence
            cross join lateral (select count(*) as decisions, max(decision.sequence) as latest
                                from decision where decision.ruleset = ruleset.version) made
            left join ledger_entry last on last.sequence = made.latest
            order by ruleset.sequence desc, ruleset.version desc""";

    private final Database database;
    private final RulesetArchive rulesets;

    RulesetHistory(Database database, RulesetArchive rulesets) {
        this.database = database;
        this.rulesets = rulesets;
    }

    /**
     * A ruleset of the ledger.
     *
     * @param first the entry since which it is known
     * @param decisions how many it made
     * @param last the entry of the newest of them
     */
    public record Kept(String version, Moment first, long decisions, Optional<Moment> last) {}

    /** An entry of the ledger and its time. */
    public record Moment(long sequence, Instant recordedAt) {}

    /**
     * The rulesets, the newest first.
     *
     * @param before the version of the one that they are older than
     * @return empty if the ledger names no ruleset of that version
     * @throws AlteredLedgerException if an entry that names one of them is missing
     * @throws DatabaseAwayException if they cannot be read
     */
    public Optional<List<Kept>> newest(Optional<String> before, int most) {
        return database.readLong(() -> StoredRuleset.getSession().doReturningWork(connection -> {
            Sql sql = new Sql(connection);
            if (before.isEmpty()) {
                return Optional.of(page(Long.MAX_VALUE, "", most, sql));
            }
            List<Long> sequence =
                    sql.query("select sequence from ruleset where version = ?", row -> row.getLong(1), before.get());
            return sequence.isEmpty()
                    ? Optional.<List<Kept>>empty()
                    : Optional.of(page(sequence.get(0), before.get(), most, sql));
        }));
    }

    /** The first page of them; empty if the database cannot be read. */
    public Optional<List<Kept>> newestIfReadable(int most) {
        try {
            return newest(Optional.empty(), most);
        } catch (UnreadableException | AlteredLedgerException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether the ledger names a ruleset of that version.
     *
     * @throws DatabaseAwayException if it cannot be read
     */
    public boolean names(String version) {
        return database.read(() -> StoredRuleset.findByIdOptional(version).isPresent());
    }

    private static List<Kept> page(long sequence, String version, int most, Sql sql) throws SQLException {
        return sql.query(NEWEST, RulesetHistory::kept, sequence, version, most);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime first = row.getObject(3, OffsetDateTime.class);
        @Nullable OffsetDateTime last = row.getObject(6, OffsetDateTime.class);
        long latest = row.getLong(5);
        if (first == null || (last == null && latest > 0)) {
            throw AlteredLedgerException.at(first == null ? row.getLong(2) : latest);
        }
        return new Kept(
                row.getString(1),
                new Moment(row.getLong(2), first.toInstant()),
                row.getLong(4),
                Optional.ofNullable(last).map(time -> new Moment(latest, time.toInstant())));
    }

    /**
     * The files of a ruleset; those of the live one need no database.
     *
     * @return empty if none of that version ever decided here, or is live
     * @throws NotRecordedException if they were altered
     * @throws DatabaseAwayException if they cannot be read
     */
    public Optional<RuleSources> sources(String version) {
        return rulesets.sources(version);
    }
}
