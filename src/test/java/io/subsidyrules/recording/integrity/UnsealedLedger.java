package io.subsidyrules.recording.integrity;

import io.subsidyrules.recording.project.KnownProjectsCallback;
import io.subsidyrules.storage.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A ledger of before commits were sealed. It was recorded by the service as of the commit 3a93b16, whose tables {@code ledger.sql.gz} has,
 * a row a line: a key, the rules, two decisions, a revocation, a second key that the first one signed, and two decisions more, of which the
 * last is of a project that is paid. Beside it are that second key, which signs nothing else, and what the service gave out: a checkpoint and
 * the public keys.
 */
public final class UnsealedLedger {

    /** How many entries it has. */
    public static final int ENTRIES = 8;

    private UnsealedLedger() {}

    /** Fills an empty database, the tables as they were then. */
    public static void fill(Map<String, String> settings) throws SQLException, InterruptedException, IOException {
        try (Connection connection = TestDatabase.connected(settings, "postgres");
                Statement statement = connection.createStatement();
                BufferedReader rows = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(open("ledger.sql.gz")), StandardCharsets.UTF_8))) {
            flyway(settings).target("2").load().migrate();
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                statement.addBatch(row);
            }
            statement.executeBatch();
        }
    }

    /** Brings the tables up to date. */
    static void migrate(Map<String, String> settings) {
        FluentConfiguration configuration = flyway(settings);
        new KnownProjectsCallback().customize(configuration);
        configuration.load().migrate();
    }

    /** Puts its key to a place, for its owner alone. */
    public static void copyKey(Path file) throws IOException {
        try (InputStream key = open("ledger-key.pem")) {
            Files.copy(key, file);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** A file that stands beside it. */
    public static String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(UnsealedLedger.class.getResourceAsStream("/ledger-unsealed/" + name), name);
    }

    private static FluentConfiguration flyway(Map<String, String> settings) {
        return Flyway.configure()
                .dataSource(
                        TestDatabase.url(settings, "postgres"),
                        Objects.requireNonNull(settings.get("quarkus.flyway.username")),
                        Objects.requireNonNull(settings.get("quarkus.flyway.password")));
    }
}
