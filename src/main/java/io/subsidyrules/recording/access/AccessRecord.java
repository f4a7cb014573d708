package io.subsidyrules.recording.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.subsidyrules.access.AccessSettings;
import io.subsidyrules.access.Caller;
import io.subsidyrules.http.Correlation;
import io.subsidyrules.recording.access.Access.Range;
import io.subsidyrules.recording.access.Access.Way;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who read which decisions, in a table that only grows, beside the ledger. Where nobody is asked who calls,
 * nothing is kept: a name that anybody can write proves nothing.
 */
@ApplicationScoped
public class AccessRecord {

    /** The number of rows that are read at a time. */
    private static final int CHUNK = 500;

    private static final Pattern RANGE = Pattern.compile("\\[([0-9]+),([0-9]+)\\)");

    private final AccessSettings settings;
    private final Database database;
    private final EntityManager entities;
    private final CurrentVertxRequest current;

    AccessRecord(AccessSettings settings, Database database, EntityManager entities, CurrentVertxRequest current) {
        this.current = current;
        this.settings = settings;
        this.database = database;
        this.entities = entities;
    }

    /**
     * Keeps that a caller reads decisions; to be called before it gets them.
     *
     * @param entries the sequences of the decisions
     * @throws io.subsidyrules.storage.DatabaseAwayException where that cannot be kept
     */
    public void note(Caller caller, Way way, Collection<Long> entries) {
        String ranges = entries.stream().map(one -> range(one, one)).collect(Collectors.joining(",", "{", "}"));
        note(caller, way, "select ?::int8multirange", ranges);
    }

    /** The same for entries of the ledger that follow each other. */
    public void note(Caller caller, Way way, Range entries) {
        note(caller, way, "select ?::int8multirange", "{" + range(entries.first(), entries.last()) + "}");
    }

    /** In ASCII digits, whatever the locale. */
    private static String range(long first, long last) {
        return "[" + first + "," + last + "]";
    }

    /** The same for the decision of an id; for one that there is not, nothing is kept. */
    public void note(Caller caller, Way way, UUID decision) {
        note(
                caller,
                way,
                "select int8multirange(int8range(sequence, sequence, '[]')) from decision where id = ?",
                decision);
    }

    private void note(Caller caller, Way way, String entries, Object parameter) {
        if (settings.isOpen()) {
            return;
        }
        String sql = """
                insert into access_record (caller, way, request_id, entries)
                select ?, ?, ?, entries from (%s) as read (entries) where not isempty(entries)""".formatted(entries);
        String request = request();
        database.read(() -> entities.unwrap(Session.class).doReturningWork(connection -> {
            new Sql(connection).update(sql, caller.name(), way.name(), request, parameter);
            return true;
        }));
    }

    /** The id that the request has from its {@link Correlation} on. */
    private String request() {
        return String.valueOf(current.getCurrent().request().getHeader(Correlation.REQUEST_ID));
    }

    /**
     * What is looked for in the record.
     *
     * @param before not included
     * @param decision the id of a decision that was read
     */
    public record Query(Optional<Instant> from, Optional<Instant> before, Optional<UUID> decision) {}

    /** Takes one access after the other. */
    public interface Writing {
        void write(Access access) throws IOException;
    }

    /**
     * Gives all accesses that are kept now, the oldest first.
     *
     * @throws io.subsidyrules.storage.DatabaseBusyException where too many exports are under way
     * @throws io.subsidyrules.storage.DatabaseAwayException where the database is away, or goes away meanwhile
     */
    public void export(Query query, Writing writing) throws IOException {
        database.export(() -> {
            long end = part(sql ->
                            sql.query("select coalesce(max(sequence), 0) from access_record", row -> row.getLong(1)))
                    .get(0);
            long after = 0;
            List<Access> chunk;
            do {
                long last = after;
                chunk = part(sql -> chunk(query, last, end, sql));
                for (Access access : chunk) {
                    writing.write(access);
                    after = access.sequence();
                }
            } while (chunk.size() == CHUNK);
        });
    }

    private interface Reading<T> {
        T read(Sql sql) throws SQLException;
    }

    private <T> T part(Reading<T> reading) {
        return database.readPart(
                () -> entities.unwrap(Session.class).doReturningWork(connection -> reading.read(new Sql(connection))));
    }

    private static List<Access> chunk(Query query, long after, long end, Sql sql) throws SQLException {
        StringBuilder where = new StringBuilder("where sequence > ? and sequence <= ?");
        List<@Nullable Object> parameters = new ArrayList<>(List.of(after, end));
        query.from().ifPresent(from -> {
            where.append(" and read_at >= ?");
            parameters.add(from.atOffset(ZoneOffset.UTC));
        });
        query.before().ifPresent(before -> {
            where.append(" and read_at < ?");
            parameters.add(before.atOffset(ZoneOffset.UTC));
        });
        query.decision().ifPresent(id -> {
            where.append(" and entries @> (select sequence from decision where id = ?)");
            parameters.add(id);
        });
        return sql.query("""
                select sequence, read_at, caller, way, entries::text, request_id from access_record
                %s order by sequence limit %s""".formatted(where, CHUNK), AccessRecord::access, parameters.toArray());
    }

    private static Access access(ResultSet row) throws SQLException {
        List<Range> entries = new ArrayList<>();
        Matcher range = RANGE.matcher(row.getString(5));
        while (range.find()) {
            entries.add(new Range(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)) - 1));
        }
        return new Access(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                Way.valueOf(row.getString(4)),
                entries,
                row.getString(6));
    }
}
