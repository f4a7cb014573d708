package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.subsidyrules.rulesets.RulesCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A start with faulty rules, and a kept ruleset that is older than the last one that decided, or gone. */
@Tag("faults")
class NewestRulesetTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RulesCopy rules;
    private Path kept;
    private Path older;
    private ServiceProcess service;
    private String newest = "";

    /** A change goes live and is named in the ledger; then the rules get a fault, and the service is killed. */
    @BeforeEach
    void live() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "newest");
        rules = RulesCopy.at(folder.resolve("rules"));
        kept = folder.resolve("data").resolve("last-good-rules.zip");
        older = folder.resolve("older.zip");
        service = new ServiceProcess(
                folder.resolve("data"), Map.of("SUBSIDY_RULES", rules.folder().toString()));
        service.start();
        service.awaitReady();
        String first = serving();
        Files.copy(kept, older);
        rules.comment(RulesCopy.DESIGN, "changed");
        await(() -> !serving().equals(first)
                && JsonPath.from(service.get("/v1/rulesets"))
                                .getList("rulesets")
                                .size()
                        == 2);
        newest = serving();
        service.kill();
        rules.edit(RulesCopy.DESIGN, "Industry.", "Industri.");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theNewestOfTheLedgerServesInThePlaceOfAnOlderOneThatWasKept() throws Exception {
        Files.move(older, kept, StandardCopyOption.REPLACE_EXISTING);
        startsOnTheNewest();
    }

    @Test
    void theNewestOfTheLedgerServesWhereNothingWasKept() throws Exception {
        Files.delete(kept);
        startsOnTheNewest();
    }

    private void startsOnTheNewest() throws Exception {
        service.start();
        await(() -> service.status("/v1/rulesets/status") == 200 && serving().equals(newest));
        service.awaitReady();
        assertThat(serving()).isEqualTo(newest);
        assertThat(service.get("/q/health/ready")).doesNotContain("decided last before the start");
        assertThat(JsonPath.from(service.get("/v1/rulesets")).getList("rulesets"))
                .hasSize(2);
    }

    private String serving() throws Exception {
        String version = JsonPath.from(service.get("/v1/rulesets/status")).getString("live.version");
        return version == null ? "" : version;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
