package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.subsidyrules.FirstPolicy;
import io.subsidyrules.files.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
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
            "ledger-key.pem.head",
            "postgres.new",
            "postgres-18.4",
            "postgres-18.4/bin/postgres",
            "postgres-18.4/bin/initdb",
            "postgres-18.4/lib",
            "postgres-18.4/share/postgresql/timezone",
            "postgres-18.4/unpacked-files.txt",
            "postgres/postmaster.pid",
            "postgres/postmaster.opts",
            "postgres/log",
            "postgres/current_logfiles",
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
            "postgres/pg_multixact/offsets/0000",
            "postgres/pg_logical",
            "ledger-key.pem",
            "ledger-key.pem.next");

    private static final List<Damage> DAMAGES = List.of(
            Damage.MISSING,
            Damage.EMPTY,
            Damage.CUT,
            Damage.GARBAGE,
            Damage.LARGE_NUMBER,
            Damage.FOLDER,
            Damage.PIPE,
            Damage.LINK_TO_NOTHING,
            Damage.FORBIDDEN);

    /** The tables whose files are damaged, too. */
    private static final List<String> DAMAGED_TABLES = List.of("ledger_entry", "decision", "paid_project");

    /** Whoever is root may read everything, and is no service. */
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private static final List<String> AS_NOBODY =
            ROOT ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : List.of();

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

    /** Whoever may not open these cannot know whether another service, or a server, holds the lock on them. */
    private static final String LOCK_OF_THE_SERVICE = "postgres.lock";

    private static final String LOCK_OF_THE_SERVER = "postgres.running";

    private static final Map<String, Outcomes> OUTCOMES = new TreeMap<>();

    private static final List<String> TABLE_FILES = new ArrayList<>();

    private static Path folder;

    /** What became of the starts on one file, and the longest times in milliseconds that they took. */
    private static final class Outcomes {

        private final Map<String, List<Damage>> damages = new TreeMap<>();
        private long evaluates;
        private long answers;
    }

    @BeforeAll
    static void recordInAFolder() throws Exception {
        folder = Files.createTempDirectory(Path.of("target"), "damaged").toAbsolutePath();
        Path whole = Files.createDirectory(folder.resolve("whole"));
        if (ROOT) {
            run("chown", "65534:65534", folder.toString(), whole.toString());
            run("chmod", "755", folder.toString());
            run("chmod", "-R", "a+rX", FirstPolicy.FOLDER.toString());
        }
        try (ServiceProcess service = new ServiceProcess(whole, Map.of(), AS_NOBODY)) {
            service.start();
            service.awaitReady();
            for (int i = 0; i < 3; i++) {
                assertThat(service.decide("portal").statusCode()).isEqualTo(201);
            }
            TABLE_FILES.addAll(tableFiles(whole));
        }
    }

    private static List<String> tableFiles(Path data) throws Exception {
        List<String> files = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%s/postgres"
                                .formatted(Files.readString(data.resolve("postgres.port"))
                                        .strip()),
                        "postgres",
                        Files.readString(data.resolve("postgres.password")).strip());
                Statement statement = connection.createStatement()) {
            for (String table : DAMAGED_TABLES) {
                try (ResultSet row = statement.executeQuery("select pg_relation_filepath('%s')".formatted(table))) {
                    row.next();
                    files.add("postgres/" + row.getString(1));
                }
            }
        }
        return files;
    }

    @AfterAll
    static void tell() throws Exception {
        OUTCOMES.forEach((file, outcomes) -> System.out.printf(
                "| `%s` | %s | %.1f s | %.1f s |%n",
                file, outcomes.damages, outcomes.evaluates / 1000.0, outcomes.answers / 1000.0));
        run("rm", "-rf", folder.toString());
    }

    @TestFactory
    Collection<DynamicTest> aStartEndsInAnAnswer() {
        List<DynamicTest> all = new ArrayList<>();
        MADE_ANEW.forEach(file -> all.addAll(tests(file, true)));
        OTHERS.forEach(file -> all.addAll(tests(file, false)));
        TABLE_FILES.forEach(file -> all.addAll(tests(file, false)));
        return all;
    }

    private static List<DynamicTest> tests(String file, boolean madeAnew) {
        List<Damage> damages = new ArrayList<>(DAMAGES);
        if (LONG.contains(file)) {
            damages.add(Damage.LONG_GARBAGE);
        }
        return damages.stream()
                .filter(damage -> damage != Damage.CUT
                        || Files.isRegularFile(folder.resolve("whole").resolve(file)))
                .map(damage -> DynamicTest.dynamicTest(file + " " + damage, () -> starts(file, damage, madeAnew)))
                .filter(test -> CHOSEN.matcher(test.getDisplayName()).find())
                .toList();
    }

    private static void starts(String file, Damage damage, boolean madeAnew) throws Exception {
        boolean forbidden = damage == Damage.FORBIDDEN;
        if (forbidden && file.equals(LOCK_OF_THE_SERVICE)) {
            isRefused(file, damage);
        } else {
            startsWith(file, damage, madeAnew && !(forbidden && file.equals(LOCK_OF_THE_SERVER)));
        }
    }

    /** The process ends, and says in one sentence why. */
    private static void isRefused(String file, Damage damage) throws Exception {
        Path data = folder.resolve(UUID.randomUUID().toString());
        damaged(data, file, damage);
        try (ServiceProcess service = new ServiceProcess(data, Map.of(), AS_NOBODY)) {
            assertThat(service.ends()).isNotZero();
            assertThat(Files.readString(data.resolveSibling(data.getFileName() + ".log")))
                    .contains(file + ": permission denied")
                    .doesNotContain("Exception", "\tat ");
            OUTCOMES.computeIfAbsent(file, known -> new Outcomes()).damages.put("refuses to start", List.of(damage));
        } finally {
            run("rm", "-rf", data.toString());
        }
    }

    private static void damaged(Path data, String file, Damage damage) throws Exception {
        run("cp", "-a", folder.resolve("whole").toString(), data.toString());
        damage.in(data.resolve(file));
        if (ROOT) {
            run("chown", "-hR", "65534:65534", data.toString());
        }
    }

    private static void startsWith(String file, Damage damage, boolean madeAnew) throws Exception {
        Path data = folder.resolve(UUID.randomUUID().toString());
        damaged(data, file, damage);
        try (ServiceProcess service = new ServiceProcess(data, Map.of(), AS_NOBODY)) {
            long begun = System.nanoTime();
            service.start();
            service.awaitStatus("/q/health/live", 200);
            assertThat(service.post("/v1/evaluate", Load.evaluation()).statusCode())
                    .isEqualTo(200);
            Outcomes outcomes = OUTCOMES.computeIfAbsent(file, known -> new Outcomes());
            outcomes.evaluates = Math.max(outcomes.evaluates, millis(begun));
            String outcome = outcome(service);
            outcomes.answers = Math.max(outcomes.answers, millis(begun));
            outcomes.damages
                    .computeIfAbsent(outcome, known -> new ArrayList<>())
                    .add(damage);
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
                return service.decide("portal").statusCode() == 201 ? "records" : "ready, and does not record";
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

    private static long millis(long from) {
        return Duration.ofNanos(System.nanoTime() - from).toMillis();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
