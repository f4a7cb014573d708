package io.subsidyrules.storage.schema;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The owner of the schema, who makes the tables and changes them: another user than the service's, where one is named.
 * Its connections are no part of the pool, and are closed as soon as the tables are up to date.
 */
@ApplicationScoped
public class SchemaOwner implements FlywayConfigurationCustomizer {

    public static final String USERNAME = "quarkus.flyway.username";
    public static final String PASSWORD = "quarkus.flyway.password";

    private final AgroalDataSource pool;
    private final Optional<String> username;
    private final Optional<String> password;

    SchemaOwner(
            AgroalDataSource pool,
            @ConfigProperty(name = USERNAME) Optional<String> username,
            @ConfigProperty(name = PASSWORD) Optional<String> password) {
        this.pool = pool;
        this.username = username;
        this.password = password;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        username.ifPresent(name -> configuration.dataSource(connections(
                pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration(), name)));
    }

    /** To the same database, with the same settings, each a new one. */
    private PGSimpleDataSource connections(AgroalConnectionFactoryConfiguration settings, String name) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setURL(settings.jdbcUrl());
        owner.setUser(name);
        password.ifPresent(owner::setPassword);
        settings.jdbcProperties().stringPropertyNames().forEach(property -> {
            try {
                owner.setProperty(property, settings.jdbcProperties().getProperty(property));
            } catch (SQLException unknown) {
                throw new IllegalStateException(unknown);
            }
        });
        return owner;
    }
}
