package io.subsidyrules.storage;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.SimplePassword;
import io.agroal.pool.ConnectionFactory;
import io.subsidyrules.storage.diagnosis.DatabaseAddress;
import java.security.Principal;
import java.sql.SQLException;
import javax.sql.XAConnection;

/**
 * A connection beside the pool, with the same settings: the pool does not wait for the end of an attempt, so it does not
 * always know what became of it.
 */
final class DirectConnection {

    private final AgroalConnectionFactoryConfiguration settings;

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

    /** Makes one and closes it. */
    void attempt() throws SQLException {
        XAConnection connection = new ConnectionFactory(settings).createConnection();
        connection.close();
    }
}
