package io.subsidyrules.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.durability.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More idle connections than the packaged service may have files open. */
@Tag("faults")
class ManyConnectionsTest {

    private static final int FILES = 1_024;

    @Test
    void connectionsAreFewerThanFilesAndTheRulesStayAsTheyAre() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "connections").resolve("data");
        List<String> limited = List.of("prlimit", "--nofile=%d:%d".formatted(FILES, FILES));
        try (ServiceProcess service = new ServiceProcess(data, Map.of(), limited)) {
            service.start();
            service.awaitReady();
            try (Footprint footprint = new Footprint(service.pid());
                    HostileClients clients = new HostileClients(service.port()).idle(FILES + 300);
                    OpenLoop load = new OpenLoop(service.port(), "127.0.0.2", Asked.DECISION.requests())) {
                Tally recorded = load.run(20, Duration.ofSeconds(10));
                assertThat(recorded.count(201)).as("%s", recorded).isEqualTo(200);
                assertThat(footprint.files()).isLessThan(FILES);
                assertThat(clients.statuses()).isEmpty();
            }
            assertThat(service.get("/q/metrics"))
                    .containsPattern("(?m)^subsidy_ruleset_stale(\\{.*})? 0\\.0$")
                    .containsPattern("(?m)^subsidy_connections_refused_total(\\{.*})? [1-9]");
            assertThat(service.get("/v1/rulesets/status")).doesNotContain("STALE");
        }
    }
}
