package io.subsidyrules.storage.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** Asks a PostgreSQL as its superuser, over connections as the service has them, once it answers. */
public final class Asking {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String MORE = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    private Asking() {}

    /** The first value that the statement gives; empty where it gives none. */
    public static String ask(OwnPostgres postgres, String sql) throws Exception {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** It answers some time after its start. */
    static Connection connect(OwnPostgres postgres) throws Exception {
        Map<String, String> settings = postgres.settings();
        Properties properties = new Properties();
        properties.setProperty("user", settings.get("quarkus.flyway.username"));
        properties.setProperty("password", settings.get("quarkus.flyway.password"));
        settings.forEach((name, value) -> {
            if (name.startsWith(MORE)) {
                properties.setProperty(name.substring(MORE.length()), value);
            }
        });
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"), properties);
            } catch (SQLException away) {
                if (System.nanoTime() > until) {
                    throw away;
                }
                Thread.sleep(50);
            }
        }
    }
}
