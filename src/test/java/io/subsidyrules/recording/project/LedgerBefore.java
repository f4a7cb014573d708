package io.subsidyrules.recording.project;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.rulesets.kept.SourceArchive;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.storage.postgres.OwnPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A database with the ledger of version 0.1.0 that {@link KnownProjectsTest} tells of, and the ruleset that decided in it. */
final class LedgerBefore implements AutoCloseable {

    private static final String FILLED = "filled";
    private static final String COPY = "copy";

    private final OwnPostgres postgres;
    private final Connection admin;
    private final Ruleset ruleset;
    private Connection connection;

    /** As that version left it. */
    LedgerBefore(Path data) throws SQLException, InterruptedException, IOException {
        postgres = OwnPostgres.in(data);
        admin = TestDatabase.connected(postgres.settings(), "postgres");
        admin.createStatement().execute("create database " + FILLED);
        flyway(FILLED).target("2").load().migrate();
        try (Connection filled = TestDatabase.connected(postgres.settings(), FILLED);
                Statement statement = filled.createStatement();
                BufferedReader rows = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Objects.requireNonNull(
                                LedgerBefore.class.getResourceAsStream("/ledger-before/ledger.sql.gz"))),
                        StandardCharsets.UTF_8))) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                statement.addBatch(row);
            }
            statement.executeBatch();
            ruleset = Ruleset.of(SourceArchive.read(new Sql(filled)
                    .query("select sources from ruleset", row -> row.getBytes(1))
                    .get(0)));
        }
        connection = copy();
    }

    private Connection copy() throws SQLException, InterruptedException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("drop database if exists " + COPY + " with (force)");
            statement.execute("create database " + COPY + " template " + FILLED);
        }
        return TestDatabase.connected(postgres.settings(), COPY);
    }

    /** Puts it back as it was at first. */
    void reset() throws SQLException, InterruptedException {
        connection = copy();
    }

    Connection connection() {
        return connection;
    }

    Ruleset ruleset() {
        return ruleset;
    }

    /** Makes the tables of this version, with nothing in them yet. */
    void migrate() {
        flyway(COPY).load().migrate();
    }

    /** Does what a start of this version does. */
    void upgrade() {
        FluentConfiguration configuration = flyway(COPY);
        new KnownProjectsCallback().customize(configuration);
        configuration.load().migrate();
    }

    private FluentConfiguration flyway(String database) {
        return Flyway.configure()
                .dataSource(
                        TestDatabase.url(postgres.settings(), database),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.username")),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.password")));
    }

    @Override
    public void close() throws SQLException {
        ruleset.close();
        connection.close();
        admin.close();
        postgres.close();
    }
}
