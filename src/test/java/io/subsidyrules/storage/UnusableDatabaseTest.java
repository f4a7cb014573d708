package io.subsidyrules.storage;

import static io.subsidyrules.storage.postgres.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.runtime.ShutdownEvent;
import io.subsidyrules.storage.diagnosis.Unusable;
import io.subsidyrules.storage.diagnosis.UnusableCause;
import io.subsidyrules.storage.postgres.OwnPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that cannot be used, each with its cause: a real server, asked as the service asks it. */
class UnusableDatabaseTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String PASSWORD = "s%cret&Wort";

    @TempDir
    private static Path folder;

    private static OwnPostgres postgres;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        postgres = OwnPostgres.in(folder.resolve("data"));
        port = Integer.parseInt(ask(postgres, "show port"));
        for (String user : List.of("owner", "guest", "reader", "crowd", "outsider", "plain")) {
            ask(postgres, "create role %s login password '%s'".formatted(user, PASSWORD));
        }
        ask(postgres, "alter role reader set default_transaction_read_only = on");
        ask(postgres, "alter role crowd connection limit 0");
        ask(postgres, "create database own owner owner");
        ask(postgres, "create database closed owner owner");
        ask(postgres, "revoke connect on database closed from public");
        ask(postgres, "create database readable owner reader");
        ask(postgres, "create database others owner owner");
        ask(postgres, "create database newer owner owner");
        ask(postgres, "create database two owner owner");
        ask(
                postgres,
                "create database latin1 owner owner encoding 'LATIN1' template template0 locale_provider libc locale 'C'");
        Path hba = folder.resolve("data").resolve("postgres").resolve("pg_hba.conf");
        String admitted = Files.readString(hba);
        Files.writeString(
                hba,
                "host all outsider 127.0.0.1/32 reject\nhostssl all plain 127.0.0.1/32 scram-sha-256\n"
                        + "host all plain 127.0.0.1/32 reject\n" + admitted);
        ask(postgres, "select pg_reload_conf()");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void aRightOneIsUsable() throws Exception {
        assertThat(state(url("own"), "owner", DatabaseState::writable).unusable())
                .isEmpty();
    }

    /** As where the operator names an owner of tables that the service's one user has made before. */
    @Test
    void tablesThatOneUserHasMadeGoOnWithTwo() throws Exception {
        try (AgroalDataSource one = source(url("two"), "owner", PASSWORD);
                AgroalDataSource service = source(url("two"), "guest", PASSWORD)) {
            assertThat(excess(one, one)).hasValueSatisfying(excess -> assertThat(excess)
                    .contains("user owner may do more", "alter and drop access_record", "QUARKUS_FLYWAY_USERNAME"));
            in("two", "set role owner; grant all on all tables in schema public to guest");
            assertThat(excess(service, one)).isEmpty();
            try (Connection restricted = service.getConnection();
                    Statement statement = restricted.createStatement()) {
                assertThat(statement.execute("select * from ledger_entry")).isTrue();
                assertThat(statement.executeUpdate("insert into tag values (1, 'p', 'i', 'ELIGIBLE')"))
                        .isEqualTo(1);
                assertThatThrownBy(() -> statement.execute("delete from tag"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.execute("insert into project_form values (9)"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.execute("insert into api_key_revocation (key) values ('a')"))
                        .hasMessageContaining("permission denied for table api_key_revocation");
            }
        }
    }

    /** What is said of the rights of the service's user, once the database can be used. */
    private static Optional<String> excess(AgroalDataSource service, AgroalDataSource owner) throws Exception {
        Database database =
                new Database(service, Flyway.configure().dataSource(owner).load());
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!database.available() && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        assertThat(database.state().unusable()).isEmpty();
        database.stop(new ShutdownEvent());
        return database.excessRights();
    }

    @Test
    void nothingListens() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:%s/own".formatted(free);
        assertThat(cause(url, "owner")).isEqualTo(UnusableCause.NOTHING_LISTENS);
    }

    @Test
    void theHostIsUnknown() throws Exception {
        assertThat(cause("jdbc:postgresql://no-such-host.invalid:5432/own", "owner"))
                .isEqualTo(UnusableCause.UNKNOWN_HOST);
    }

    @Test
    void whatListensDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:%s/own".formatted(silent.getLocalPort());
            assertThat(cause(url, "owner")).isEqualTo(UnusableCause.TIMED_OUT);
        }
    }

    @Test
    void whatListensIsNoPostgres() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread closing = new Thread(() -> {
                try {
                    while (true) {
                        Socket accepted = other.accept();
                        accepted.close();
                    }
                } catch (IOException closed) {
                    Thread.currentThread().interrupt();
                }
            });
            closing.setDaemon(true);
            closing.start();
            String url = "jdbc:postgresql://127.0.0.1:%s/own".formatted(other.getLocalPort());
            assertThat(cause(url, "owner")).isEqualTo(UnusableCause.DISCONNECTED);
            assertThat(cause(url + "?sslmode=disable", "owner")).isEqualTo(UnusableCause.DISCONNECTED);
        }
    }

    @Test
    void thePasswordIsWrong() throws Exception {
        Unusable why = unusable(url("own"), "owner", "wrong");
        assertThat(why.cause()).isEqualTo(UnusableCause.WRONG_PASSWORD);
        assertThat(why.said()).contains("owner");
    }

    @Test
    void thereIsNoSuchDatabase() throws Exception {
        assertThat(cause(url("none"), "owner")).isEqualTo(UnusableCause.NO_DATABASE);
    }

    @Test
    void thereIsNoSuchUserAsThePasswordAlsoHides() throws Exception {
        assertThat(cause(url("own"), "nobody")).isEqualTo(UnusableCause.WRONG_PASSWORD);
    }

    @Test
    void theUserMayNotConnect() throws Exception {
        assertThat(cause(url("closed"), "guest")).isEqualTo(UnusableCause.NOT_ADMITTED);
        assertThat(cause(url("own"), "outsider")).isEqualTo(UnusableCause.NOT_ADMITTED);
    }

    @Test
    void theServerAsksForTlsOrHasNone() throws Exception {
        assertThat(cause(url("own") + "?sslmode=require", "owner")).isEqualTo(UnusableCause.TLS);
        assertThat(cause(url("own") + "?sslmode=disable", "plain")).isEqualTo(UnusableCause.TLS);
    }

    @Test
    void thereAreTooManyConnections() throws Exception {
        assertThat(cause(url("own"), "crowd")).isEqualTo(UnusableCause.TOO_MANY_CONNECTIONS);
    }

    @Test
    void itCanOnlyBeRead() throws Exception {
        assertThat(cause(url("readable"), "reader")).isEqualTo(UnusableCause.READ_ONLY);
    }

    @Test
    void theUserHasNoRightsOnTheSchema() throws Exception {
        assertThat(cause(url("own"), "guest")).isEqualTo(UnusableCause.SCHEMA_RIGHTS);
    }

    @Test
    void theSearchPathLeadsNowhere() throws Exception {
        assertThat(cause(url("own") + "?currentSchema=nowhere", "owner")).isEqualTo(UnusableCause.NO_SCHEMA);
    }

    @Test
    void itIsNotInUtf8() throws Exception {
        Unusable why = unusable(url("latin1"), "owner", PASSWORD);
        assertThat(why.cause()).isEqualTo(UnusableCause.NOT_UTF8);
        assertThat(why.said()).contains("LATIN1");
    }

    @Test
    void theSchemaHoldsOtherTables() throws Exception {
        in("others", "create table other (id int)");
        Unusable why = unusable(url("others"), "owner", PASSWORD);
        assertThat(why.cause()).isEqualTo(UnusableCause.OTHER_TABLES);
        assertThat(why.said()).contains("other").contains("public");
    }

    @Test
    void anotherSchemaOfThatDatabaseIsUsable() throws Exception {
        in("others", "create schema if not exists subsidy authorization owner");
        String url = url("others") + "?currentSchema=subsidy";
        assertThat(state(url, "owner", DatabaseState::writable).unusable()).isEmpty();
    }

    @Test
    void aNewerVersionHasChangedTheSchema() throws Exception {
        assertThat(state(url("newer"), "owner", DatabaseState::writable).unusable())
                .isEmpty();
        in("newer", """
                insert into flyway_schema_history values
                    (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'owner', now(), 1, true)""");
        Unusable why = unusable(url("newer"), "owner", PASSWORD);
        assertThat(why.cause()).isEqualTo(UnusableCause.NEWER_SCHEMA);
        assertThat(why.said()).contains("99");
    }

    /** The password in the URL, as it is and encoded. */
    @Test
    void noPasswordIsSaid() throws Exception {
        String url = url("none") + "?user=owner&password=s%25cret%26Wort&sslmode=disable";
        assertThat(unusable(url, "", "").toString()).doesNotContain("cret");
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, database);
    }

    private static void in(String database, String sql) throws Exception {
        String password = Objects.requireNonNull(postgres.settings().get("quarkus.flyway.password"));
        try (Connection connection = DriverManager.getConnection(url(database), "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static UnusableCause cause(String url, String user) throws Exception {
        return unusable(url, user, PASSWORD).cause();
    }

    private static Unusable unusable(String url, String user, String password) throws Exception {
        return state(url, user, password, UnusableDatabaseTest::isKnown)
                .unusable()
                .orElseThrow();
    }

    private static boolean isKnown(DatabaseState state) {
        return state.unusable()
                .filter(why -> why.cause() != UnusableCause.STARTING)
                .isPresent();
    }

    private static DatabaseState state(String url, String user, Predicate<DatabaseState> awaited) throws Exception {
        return state(url, user, PASSWORD, awaited);
    }

    private static DatabaseState state(String url, String user, String password, Predicate<DatabaseState> awaited)
            throws Exception {
        try (AgroalDataSource source = source(url, user, password)) {
            Database database =
                    new Database(source, Flyway.configure().dataSource(source).load());
            long until = System.nanoTime() + LONG_ENOUGH.toNanos();
            while (!awaited.test(database.state()) && System.nanoTime() < until) {
                Thread.sleep(10);
            }
            database.stop(new ShutdownEvent());
            return database.state();
        }
    }

    private static AgroalDataSource source(String url, String user, String password) throws Exception {
        Class<?> driver = Class.forName("org.postgresql.Driver");
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(4)
                        .acquisitionTimeout(Duration.ofSeconds(1))
                        .connectionFactoryConfiguration(factory -> {
                            factory.jdbcUrl(url)
                                    .connectionProviderClass(driver)
                                    .jdbcProperty("connectTimeout", "1")
                                    .jdbcProperty("loginTimeout", "2");
                            if (!user.isEmpty()) {
                                factory.principal(new NamePrincipal(user)).credential(new SimplePassword(password));
                            }
                            return factory;
                        })));
    }
}
