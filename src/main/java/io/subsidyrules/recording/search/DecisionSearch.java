package io.subsidyrules.recording.search;

import io.subsidyrules.access.Visibility;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.recording.AlteredLedgerException;
import io.subsidyrules.recording.integrity.LedgerContinuity;
import io.subsidyrules.recording.integrity.SuspectEntries;
import io.subsidyrules.recording.search.ListedDecision.Revoked;
import io.subsidyrules.recording.store.LedgerTimes;
import io.subsidyrules.recording.store.RecordedDecision;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.recording.store.StoredDecision;
import io.subsidyrules.recording.store.StoredEntry;
import io.subsidyrules.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for decisions. Each page and each part of an export is a short transaction of its own. */
@ApplicationScoped
public class DecisionSearch {

    private static final int CHUNK = 50;
    private static final int CHUNK_BYTES = 1024 * 1024;

    private final Database database;
    private final SuspectEntries suspects;
    private final LedgerContinuity continuity;

    DecisionSearch(Database database, SuspectEntries suspects, LedgerContinuity continuity) {
        this.database = database;
        this.suspects = suspects;
        this.continuity = continuity;
    }

    private interface Reading<T> {
        T read(Sql sql) throws SQLException;
    }

    /**
     * The newest decisions that are found.
     *
     * @param before only those before that sequence
     * @throws AlteredLedgerException if the entry of one of them is missing, or the end of the ledger
     * @throws io.subsidyrules.storage.DatabaseAwayException where they cannot be looked for
     */
    public List<ListedDecision> newest(DecisionQuery query, OptionalLong before, int most) {
        long end = continuity.sequence();
        return read(sql -> {
            DecisionScan all = scan(query, end, sql);
            DecisionScan scan = before.isPresent() ? all.before(before.getAsLong()) : all;
            if (scan.isEmpty()) {
                return List.of();
            }
            DecisionScan.Statement page = page(scan.newest(most));
            return sql.query(
                    page.sql(), DecisionSearch::listed, page.parameters().toArray());
        });
    }

    /**
     * Whether the decision of an id may be seen. One that may not is as one that is not there, also in the time that it
     * takes to tell.
     *
     * @throws io.subsidyrules.storage.DatabaseAwayException where it cannot be looked for
     */
    public boolean sees(Visibility visible, UUID id) {
        if (visible.isAll()) {
            return true;
        }
        List<@Nullable Object> parameters = new ArrayList<>(List.of(id));
        String seen = new VisibleDecisions(visible).condition("one.sequence", parameters);
        return !read(sql -> sql.query(
                        "select sequence from decision one where id = ?" + seen,
                        row -> row.getLong(1),
                        parameters.toArray()))
                .isEmpty();
    }

    /** Writes decisions, one after the other. */
    public interface Writing {
        void write(Iterator<RecordedDecision> decisions) throws IOException;
    }

    /**
     * Writes all decisions that are found now, the oldest first, each as it is when it is read. No more of them than
     * some are held at a time.
     *
     * @param read is given the sequences of each part before it is written
     * @throws io.subsidyrules.storage.DatabaseBusyException where too many exports are under way; nothing is written
     *     then
     * @throws AlteredLedgerException if it has come to a decision that is not as it was recorded, or, before anything
     *     is written, where the ledger lacks its end
     * @throws io.subsidyrules.storage.DatabaseAwayException where the database is away, or goes away meanwhile
     */
    public void export(DecisionQuery query, Consumer<List<Long>> read, Writing writing) throws IOException {
        try {
            long end = continuity.sequence();
            database.export(() -> writing.write(new Export(readPart(sql -> scan(query, end, sql)), read)));
        } catch (AlteredLedgerException found) {
            suspects.suspect(found);
            throw found;
        }
    }

    /** No list is given that would lack the newest decisions, since the ledger lacks its end. */
    private DecisionScan scan(DecisionQuery query, long end, Sql sql) throws SQLException {
        if (continuity.lacksEntries() || LedgerTimes.last(sql) < end) {
            throw AlteredLedgerException.lacks(end);
        }
        return DecisionScan.of(query, sql);
    }

    /** The rows shown for the decisions that a scan gives, the newest first. */
    static DecisionScan.Statement page(DecisionScan.Statement scan) {
        return new DecisionScan.Statement("""
                with page as materialized (%s)
                select one.sequence, one.id, entry.recorded_at, one.caller, one.reference, one.applicant, one.ruleset,
                       one.total, one.at_stake, one.statuses,
                       (select case when count(*) = 0 then 'NO'
                                    when bool_or(claim = -1) then 'WHOLLY'
                                    when count(*) < one.claims then 'PARTLY'
                                    when exists (select from award where award.sequence = one.sequence and claim = -1)
                                    then 'PARTLY'
                                    else 'WHOLLY' end
                        from revoked_claim where revoked_claim.decision = one.sequence),
                     (select array_agg(currency || ' ' || total || ' ' || at_stake order by position)
                      from decision_total where decision_total.sequence = one.sequence)
                from page
                cross join lateral (select * from decision where decision.sequence = page.sequence offset 0) one
                left join lateral (select recorded_at from ledger_entry
                                   where ledger_entry.sequence = page.sequence offset 0) entry on true
                order by page.sequence desc""".formatted(scan.sql()), scan.parameters());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String content = row.getString(5);
        if (content == null) {
            throw AlteredLedgerException.at(row.getLong(1));
        }
        StoredEntry stored = new StoredEntry();
        stored.sequence = row.getLong(1);
        stored.kind = row.getString(2);
        stored.recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        stored.hash = row.getString(4);
        stored.content = content;
        return stored.entry();
    }

    private static ListedDecision listed(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime recordedAt = row.getObject(3, OffsetDateTime.class);
        if (recordedAt == null) {
            throw AlteredLedgerException.at(row.getLong(1));
        }
        return new ListedDecision(
                row.getLong(1),
                row.getObject(2, UUID.class),
                recordedAt.toInstant(),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getBigDecimal(8).setScale(2, RoundingMode.UNNECESSARY),
                row.getBigDecimal(9).setScale(2, RoundingMode.UNNECESSARY),
                totals(row.getArray(12)),
                Stream.of((String[]) row.getArray(10).getArray())
                        .map(Status::valueOf)
                        .toList(),
                Revoked.valueOf(row.getString(11)));
    }

    /** The sums of each currency, as the page has them in one column. */
    private static List<Sum> totals(@Nullable Array totals) throws SQLException {
        return totals == null
                ? List.of()
                : Stream.of((String[]) totals.getArray())
                        .map(total -> total.split(" ", -1))
                        .map(parts -> new Sum(parts[0], parts[1], parts[2]))
                        .toList();
    }

    private <T> T readPart(Reading<T> reading) {
        return database.readPart(
                () -> StoredDecision.getSession().doReturningWork(connection -> reading.read(new Sql(connection))));
    }

    private <T> T read(Reading<T> reading) {
        return database.read(
                () -> StoredDecision.getSession().doReturningWork(connection -> reading.read(new Sql(connection))));
    }

    /** The next decisions of a scan: so many, and fewer where they are large. */
    static DecisionScan.Statement chunk(DecisionScan scan) {
        DecisionScan.Statement oldest = scan.oldest(CHUNK);
        return new DecisionScan.Statement("""
                with page as materialized (%s),
                sized as (select page.sequence, entry.content, entry.kind, entry.recorded_at, entry.hash,
                                 sum(coalesce(octet_length(entry.content), 0)) over (order by page.sequence)
                                     - coalesce(octet_length(entry.content), 0) as before
                          from page
                          left join lateral (select kind, recorded_at, hash, content from ledger_entry
                                             where ledger_entry.sequence = page.sequence offset 0) entry on true)
                select sequence, kind, recorded_at, hash, content from sized
                where before < %s order by sequence""".formatted(oldest.sql(), CHUNK_BYTES), oldest.parameters());
    }

    private static List<RecordedDecision> recorded(DecisionScan scan, Sql sql) throws SQLException {
        if (scan.isEmpty()) {
            return List.of();
        }
        DecisionScan.Statement chunk = chunk(scan);
        List<Entry> decisions =
                sql.query(chunk.sql(), DecisionSearch::entry, chunk.parameters().toArray());
        Map<Long, List<Entry>> revocations = new HashMap<>();
        sql.query(
                """
                select sequence, kind, recorded_at, hash, content, revocation.decision
                from revocation left join ledger_entry entry using (sequence)
                where revocation.decision = any (?) order by sequence""",
                row -> revocations
                        .computeIfAbsent(row.getLong(6), decision -> new ArrayList<>())
                        .add(entry(row)),
                new Sql.Values("int8", decisions.stream().map(Entry::sequence).toList()));
        return decisions.stream()
                .map(decision ->
                        RecordedDecision.stored(decision, revocations.getOrDefault(decision.sequence(), List.of())))
                .toList();
    }

    /** Reads on where what it has read is used up. */
    private final class Export implements Iterator<RecordedDecision> {

        private final Consumer<List<Long>> read;
        private DecisionScan rest;
        private Iterator<RecordedDecision> chunk;

        Export(DecisionScan all, Consumer<List<Long>> read) {
            this.read = read;
            rest = all;
            chunk = part(all);
        }

        private Iterator<RecordedDecision> part(DecisionScan scan) {
            List<RecordedDecision> part = readPart(sql -> recorded(scan, sql));
            if (!part.isEmpty()) {
                read.accept(part.stream().map(one -> one.decision().sequence()).toList());
            }
            return part.iterator();
        }

        @Override
        public boolean hasNext() {
            return chunk.hasNext();
        }

        @Override
        public RecordedDecision next() {
            RecordedDecision next = chunk.next();
            if (!chunk.hasNext()) {
                rest = rest.after(next.decision().sequence());
                chunk = part(rest);
            }
            return next;
        }
    }
}
