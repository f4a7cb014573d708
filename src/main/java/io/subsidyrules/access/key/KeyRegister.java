package io.subsidyrules.access.key;

import io.subsidyrules.access.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Creates and revokes keys, as the owner of the tables. Each change is a transaction of its own. */
public final class KeyRegister {

    private final Connection connection;
    private final KeyTable table;

    public KeyRegister(Connection connection) {
        this.connection = connection;
        this.table = new KeyTable(connection);
    }

    /**
     * A key that was created.
     *
     * @param text all of it, which is kept nowhere
     */
    public record Created(String id, String text, Instant expiresAt) {

        /** Without the key itself. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** All keys, in the order in which they were created. */
    public List<ApiKey> all() throws SQLException {
        return table.all();
    }

    /** The key of an id, which can also be what comes before the secret: {@code srk_ID}. */
    public Optional<ApiKey> find(String id) throws SQLException {
        String own = id.startsWith("srk_") ? id.substring("srk_".length()) : id;
        return table.all().stream().filter(key -> key.id().equals(own)).findFirst();
    }

    /** Creates a key of an owner with its roles and its scope. */
    public Created create(Caller owner, Instant expiresAt) throws SQLException {
        KeySecret secret = KeySecret.random();
        table.add(secret, owner, expiresAt);
        return new Created(secret.id(), secret.text(), expiresAt);
    }

    /** Has a key refused from now on. */
    public void revoke(ApiKey key) throws SQLException {
        table.revoke(key.id(), now());
    }

    /**
     * Creates another key with the owner, the roles and the scope of one, which is refused some time later.
     *
     * @param overlap the time in which both are taken
     */
    public Created rotate(ApiKey key, Instant expiresAt, Duration overlap) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Created created = create(key.caller(), expiresAt);
            table.revoke(key.id(), now().plus(overlap));
            connection.commit();
            return created;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** By the clock of the database, which all services on it share. */
    private Instant now() throws SQLException {
        return table.now();
    }
}
