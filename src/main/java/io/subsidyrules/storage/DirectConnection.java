package io.subsidyrules.storage;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.SimplePassword;
import io.agroal.pool.ConnectionFactory;
import io.subsidyrules.storage.diagnosis.DatabaseAddress;
import java.security.Principal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.XAConnection;

/** A connection beside the pool, with the same settings: whoever watches the database waits for nobody who uses it. */
final class DirectConnection implements AutoCloseable {

    private final AgroalConnectionFactoryConfiguration settings;
    private Optional<Connection> kept = Optional.empty();

    DirectConnection(AgroalDataSource pool) {
        this.settings = pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    }

    DatabaseAddress address() {
        Principal user = settings.principal();
        String password = settings.credentials().stream()
                .filter(SimplePassword.class::isInstance)
                .map(one -> ((SimplePassword) one).getWord())
                .findFirst()
                .orElse("");
        return DatabaseAddress.of(settings.jdbcUrl(), user == null ? "" : user.getName(), password);
    }

    /** The one that is kept, where it answers in this time; else a new one. */
    Connection connection(int seconds) throws SQLException {
        if (kept.isPresent() && kept.get().isValid(seconds)) {
            return kept.get();
        }
        close();
        Connection fresh = make().getConnection();
        kept = Optional.of(fresh);
        return fresh;
    }

    /** Makes another one and closes it. */
    void attempt() throws SQLException {
        make().close();
    }

    private XAConnection make() throws SQLException {
        return new ConnectionFactory(settings).createConnection();
    }

    @Override
    public void close() {
        kept.ifPresent(connection -> {
            try {
                connection.close();
            } catch (SQLException broken) {
                // It is not used again.
                kept = Optional.empty();
            }
        });
        kept = Optional.empty();
    }
}
