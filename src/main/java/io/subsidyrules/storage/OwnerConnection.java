package io.subsidyrules.storage;

import io.smallrye.config.SmallRyeConfig;
import io.subsidyrules.storage.postgres.OwnPostgres;
import io.subsidyrules.storage.schema.SchemaOwner;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A connection of a command beside the service, as the owner of the tables. */
public final class OwnerConnection {

    private static final String LOOPBACK = "jdbc:postgresql://127.0.0.1/postgres";

    private OwnerConnection() {}

    /**
     * Connects to the database that the settings of the service name, else to the one that a service runs on the data
     * folder.
     *
     * @throws SQLException if the database does not let it in
     * @throws IOException if the settings name no database, and there is none on the data folder either
     */
    public static Connection open(SmallRyeConfig config) throws SQLException, IOException {
        Optional<String> url = config.getOptionalValue("quarkus.datasource.jdbc.url", String.class);
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("ApplicationName", "subsidy-rules keys");
        if (url.isPresent()) {
            put(config, properties, "user", SchemaOwner.USERNAME, "quarkus.datasource.username");
            put(config, properties, "password", SchemaOwner.PASSWORD, "quarkus.datasource.password");
            return DriverManager.getConnection(url.get(), properties);
        }
        own(config).forEach(properties::setProperty);
        return DriverManager.getConnection(LOOPBACK, properties);
    }

    private static Map<String, String> own(SmallRyeConfig config) throws IOException {
        Path data =
                Path.of(config.getOptionalValue("subsidy.data", String.class).orElse("data"));
        try {
            return OwnPostgres.ownerOf(data);
        } catch (NoSuchFileException none) {
            throw new NoSuchFileException(data.toAbsolutePath().normalize().toString());
        }
    }

    private static void put(SmallRyeConfig config, Properties properties, String name, String... settings) {
        for (String setting : settings) {
            Optional<String> value = config.getOptionalValue(setting, String.class);
            if (value.isPresent()) {
                properties.setProperty(name, value.get());
                return;
            }
        }
    }
}
