package io.subsidyrules.storage;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.pool.ConnectionFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Connections beside the pool, with its settings, for work that takes none from those who record and read. Safe for
 * many threads.
 */
@ApplicationScoped
public class SeparateConnections {

    private final AgroalConnectionFactoryConfiguration settings;

    SeparateConnections(AgroalDataSource pool) {
        this.settings = pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    }

    /** A new one, which whoever asks for it closes. */
    public Connection open() throws SQLException {
        return new ConnectionFactory(settings).createConnection().getConnection();
    }
}
