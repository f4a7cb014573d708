package io.subsidyrules.access.key;

import io.subsidyrules.access.Caller;
import io.subsidyrules.access.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of keys, over one connection. */
final class KeyTable {

    private static final String ALL = """
            select id, encode(hash, 'hex'), owner, roles, policies, divisions, created_at, expires_at,
                   (select min(refused_from) from api_key_revocation where key = id),
                   (select max(hour) from api_key_use where key = id)
            from api_key order by sequence""";

    /** Differs as soon as a key was created or revoked. */
    private static final String STATE = """
            select coalesce((select max(sequence) from api_key), 0) || ' '
                || coalesce((select max(sequence) from api_key_revocation), 0)""";

    private final Connection connection;

    KeyTable(Connection connection) {
        this.connection = connection;
    }

    /** A text that is another one as soon as a key was created or revoked. */
    String state() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The time by the clock of the database. */
    Instant now() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select now()")) {
            row.next();
            return time(row, 1).orElseThrow();
        }
    }

    List<ApiKey> all() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            List<ApiKey> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(new ApiKey(
                        row.getString(1),
                        row.getString(2),
                        new Caller(row.getString(3), texts(row, 4), new Scope(texts(row, 5), texts(row, 6))),
                        time(row, 7).orElseThrow(),
                        time(row, 8).orElseThrow(),
                        time(row, 9),
                        time(row, 10)));
            }
            return keys;
        }
    }

    /** Adds a key, which is taken until a time. */
    void add(KeySecret secret, Caller caller, Instant expiresAt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into api_key (id, hash, owner, roles, policies, divisions, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)""")) {
            statement.setString(1, secret.id());
            statement.setBytes(2, secret.hash());
            statement.setString(3, caller.name());
            statement.setArray(4, connection.createArrayOf("text", sorted(caller.roles())));
            statement.setArray(
                    5, connection.createArrayOf("text", sorted(caller.scope().policies())));
            statement.setArray(
                    6, connection.createArrayOf("text", sorted(caller.scope().divisions())));
            statement.setObject(7, expiresAt.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    void revoke(String id, Instant refusedFrom) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into api_key_revocation (key, refused_from) values (?, ?)")) {
            statement.setString(1, id);
            statement.setObject(2, refusedFrom.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** Notes that keys were used in this hour. */
    void used(Collection<String> ids, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into api_key_use (key, hour)
                select * from unnest(?) key, (values (?::timestamptz)) as this (hour)
                on conflict do nothing""")) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            statement.setObject(2, now.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static Object[] sorted(Set<String> texts) {
        return texts.stream().sorted().toArray();
    }

    private static Set<String> texts(ResultSet row, int column) throws SQLException {
        return Set.copyOf(List.of((String[]) row.getArray(column).getArray()));
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
