package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.durability.Proxy.Mode;
import io.subsidyrules.storage.postgres.OwnPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged service uses a PostgreSQL elsewhere, and the connection to it is cut, stalls, and loses answers. */
@Tag("faults")
class ConnectionFaultsTest {

    private static final int CUTS = Integer.getInteger("faults.cuts", 100);
    private static final int STALLS = Integer.getInteger("faults.stalls", 6);
    private static final int CLIENTS = 16;

    private final Random random = new Random(6);
    private OwnPostgres postgres;
    private Proxy proxy;
    private ServiceProcess service;

    @BeforeEach
    void start() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "connection");
        postgres = OwnPostgres.in(folder.resolve("elsewhere"));
        Map<String, String> settings = postgres.settings();
        String url = setting(settings, "quarkus.datasource.jdbc.url");
        proxy = new Proxy(URI.create(url.substring("jdbc:".length())).getPort());
        service = new ServiceProcess(
                folder.resolve("data"),
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(proxy.port()),
                        "QUARKUS_DATASOURCE_USERNAME",
                        setting(settings, "quarkus.datasource.username"),
                        "QUARKUS_DATASOURCE_PASSWORD",
                        setting(settings, "quarkus.datasource.password"),
                        "QUARKUS_FLYWAY_USERNAME",
                        setting(settings, "quarkus.flyway.username"),
                        "QUARKUS_FLYWAY_PASSWORD",
                        setting(settings, "quarkus.flyway.password")));
        service.start();
        service.awaitReady();
    }

    private static String setting(Map<String, String> settings, String name) {
        return Objects.requireNonNull(settings.get(name));
    }

    @AfterEach
    void stop() {
        service.close();
        proxy.close();
        postgres.close();
    }

    @Test
    void theConnectionIsCut() throws Exception {
        Load load = new Load(service, CLIENTS);
        try (load) {
            for (int i = 0; i < CUTS; i++) {
                Thread.sleep(random.nextInt(1_000));
                proxy.mode(Mode.REFUSE);
                proxy.cut();
                Thread.sleep(random.nextInt(500));
                proxy.mode(Mode.PASS);
                service.awaitReady();
            }
        }
        Audit.judge("the connection cut", CUTS, load, service);
    }

    @Test
    void theAnswerToTheCommitIsLost() throws Exception {
        Load load = new Load(service, CLIENTS);
        try (load) {
            for (int i = 0; i < CUTS; i++) {
                Thread.sleep(random.nextInt(1_000));
                proxy.mode(Mode.SWALLOW_ANSWERS);
                Thread.sleep(20 + random.nextInt(100));
                proxy.cut();
                proxy.mode(Mode.PASS);
                service.awaitReady();
            }
        }
        Audit.judge("the database's answers lost, then the connection cut", CUTS, load, service);
    }

    @Test
    void theConnectionStalls() throws Exception {
        Load load = new Load(service, CLIENTS);
        try (load) {
            for (int i = 0; i < STALLS; i++) {
                Thread.sleep(1_000 + random.nextInt(1_000));
                proxy.mode(Mode.STALL);
                // Now shorter than any limit of the service's, now longer than all of them.
                new Outage(service).lasts(Duration.ofSeconds(i % 2 == 0 ? 3 : 30));
                proxy.mode(Mode.PASS);
                service.awaitReady();
            }
        }
        Audit audit = Audit.judge("the connection stalled", STALLS, load, service);
        assertThat(audit.decisions()).hasSizeGreaterThan(STALLS);
    }
}
