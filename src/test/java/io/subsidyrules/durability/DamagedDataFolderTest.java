package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.subsidyrules.files.Damage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file of a data folder in which decisions were recorded, damaged in every way, one at a time, and the packaged service started
 * on it: it evaluates, and it records, or says in readiness and in one line of the log what keeps it from that.
 */
@Tag("faults")
class DamagedDataFolderTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Pattern CHOSEN = Pattern.compile(System.getProperty("faults.damaged", ".*"));

    /** What can be made anew: with it the service records again. */
    private static final List<String> MADE_ANEW = List.of(
            "postgres.port",
            "postgres.password",
            "postgres.service-password",
            "postgres.lock",
            "postgres.running",
            "postgres-output.txt",
            "last-good-rules.zip",
            "last-good-rules.zip.new",
            "ledger-key.pem.rotate",
            "postgres.new",
            "postgres-18.4",
            "postgres-18.4/bin/postgres",
            "postgres-18.4/share/postgresql/timezone",
            "postgres-18.4/unpacked-files.txt",
            "postgres/postmaster.pid",
            "postgres/postmaster.opts",
            "postgres/log",
            "postgres/pg_ident.conf");

    /** What may be made anew or be told, as whoever runs the service can have written it, or as it says what was recorded. */
    private static final List<String> OTHERS = List.of(
            "postgres/postgresql.conf",
            "postgres/postgresql.auto.conf",
            "postgres/pg_hba.conf",
            "postgres",
            "postgres/PG_VERSION",
            "postgres/global/pg_control",
            "postgres/global/pg_filenode.map",
            "postgres/base",
            "postgres/pg_wal",
            "postgres/pg_xact/0000",
            "ledger-key.pem",
            "ledger-key.pem.next");

    private static final List<Damage> DAMAGES =
            List.of(Damage.EMPTY, Damage.GARBAGE, Damage.LARGE_NUMBER, Damage.FOLDER, Damage.PIPE, Damage.FORBIDDEN);

    /** The files that the service itself reads whole, with 100 MB in them. */
    private static final Set<String> LONG = Set.of(
            "postgres.port",
            "postgres.password",
            "postgres.lock",
            "last-good-rules.zip",
            "ledger-key.pem",
            "ledger-key.pem.rotate",
            "postgres/postmaster.pid",
            "postgres/PG_VERSION");

    private static final Map<String, Map<String, Integer>> OUTCOMES = new TreeMap<>();

    private static Path folder;

    @BeforeAll
    static void recordInAFolder() throws Exception {
        folder = Files.createTempDirectory(Path.of("target"), "damaged").toAbsolutePath();
        try (ServiceProcess service = new ServiceProcess(folder.resolve("whole"), Map.of())) {
            service.start();
            service.awaitReady();
            assertThat(decide(service).statusCode()).isEqualTo(201);
        }
    }

    @AfterAll
    static void tell() throws Exception {
        OUTCOMES.forEach((file, outcomes) -> System.out.printf("%s: %s%n", file, outcomes));
        run("rm", "-rf", folder.toString());
    }

    @TestFactory
    Collection<DynamicTest> aStartEndsInAnAnswer() {
        List<DynamicTest> all = new ArrayList<>();
        MADE_ANEW.forEach(file -> all.addAll(tests(file, true)));
        OTHERS.forEach(file -> all.addAll(tests(file, false)));
        return all;
    }

    private static List<DynamicTest> tests(String file, boolean madeAnew) {
        List<Damage> damages = new ArrayList<>(DAMAGES);
        if (LONG.contains(file)) {
            damages.add(Damage.LONG_GARBAGE);
        }
        return damages.stream()
                .map(damage -> DynamicTest.dynamicTest(file + " " + damage, () -> startsWith(file, damage, madeAnew)))
                .filter(test -> CHOSEN.matcher(test.getDisplayName()).find())
                .toList();
    }

    private static void startsWith(String file, Damage damage, boolean madeAnew) throws Exception {
        Path data = folder.resolve(UUID.randomUUID().toString());
        run("cp", "-a", folder.resolve("whole").toString(), data.toString());
        damage.in(data.resolve(file));
        try (ServiceProcess service = new ServiceProcess(data, Map.of())) {
            service.start();
            service.awaitStatus("/q/health/live", 200);
            assertThat(service.post("/v1/evaluate", Load.evaluation()).statusCode())
                    .isEqualTo(200);
            String outcome = outcome(service);
            OUTCOMES.computeIfAbsent(file, known -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
            String log = Files.readString(data.resolveSibling(data.getFileName() + ".log"));
            assertThat(log).doesNotContain("Exception", "\tat ");
            assertThat(outcome).as(log).isEqualTo(madeAnew || outcome.equals("records") ? "records" : "told");
            assertThat(service.post("/v1/evaluate", Load.evaluation()).statusCode())
                    .isEqualTo(200);
        } finally {
            run("chmod", "-R", "u+rwX", data.toString());
            run("rm", "-rf", data.toString());
        }
    }

    /** Whether it records, or says why not and what to do. */
    private static String outcome(ServiceProcess service) throws Exception {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < until) {
            if (service.status("/q/health/ready") == 200) {
                return decide(service).statusCode() == 201 ? "records" : "ready, and does not record";
            }
            JsonPath ready = JsonPath.from(service.get("/q/health/ready"));
            String cause = String.valueOf(ready.getString("checks.find { it.name == 'database' }.data.cause"));
            if (!cause.equals("STARTING") && !cause.equals("null")) {
                return "told";
            }
            String ledger = String.valueOf(ready.getString("checks.find { it.name == 'ledger' }.data.reason"));
            if (cause.equals("null") && !ledger.equals("null") && !ledger.contains("not yet")) {
                return "told";
            }
            Thread.sleep(100);
        }
        return "says nothing";
    }

    private static HttpResponse<String> decide(ServiceProcess service) throws Exception {
        String key = UUID.randomUUID().toString();
        return service.post("/v1/decisions", Load.request(key, key), "X-Caller", "portal", "Idempotency-Key", key);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
