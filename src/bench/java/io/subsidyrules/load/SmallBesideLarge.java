package io.subsidyrules.load;

import io.subsidyrules.durability.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints how long small evaluations take at a fixed rate, alone and beside clients that have large ones evaluated again
 * and again: answered on the event loops, and all by workers. Arguments: seconds of a run, rounds, small evaluations a
 * second.
 */
public final class SmallBesideLarge {

    private static final int CLIENTS_OF_LARGE = 4;
    private static final String CALLER = "X-Caller: large\r\n";
    private static final int SMALL_CLAIMS = 5;
    private static final int MOST_CLAIMS = 1_000;
    private static final int MOST_WITH_CHANGES = 100;

    private static final String HEAD = """
            | small ones | beside | p50 ms | p99 ms | answered | refused | large ones/s |
            |---|---|--:|--:|--:|--:|--:|
            """;

    /** What the others have evaluated. */
    private enum Beside {
        NOBODY("nobody"),
        CLAIMS("1,000 claims"),
        CHANGES("100 claims with `explain=changes`");

        private final String title;

        Beside(String title) {
            this.title = title;
        }

        private byte[] request() {
            return this == CHANGES
                    ? Asked.request("/v1/evaluate?explain=changes", CALLER, Asked.claims(MOST_WITH_CHANGES, 0))
                    : Asked.request("/v1/evaluate", CALLER, Asked.claims(MOST_CLAIMS, 0));
        }
    }

    private SmallBesideLarge() {}

    public static void main(String... arguments) throws Exception {
        Duration time = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 6);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        double rate = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 200;
        List<String> rows = new ArrayList<>();
        for (String bytes : List.of("16384", "0")) {
            Path data = Files.createTempDirectory(Path.of("target"), "beside").resolve("data");
            try (ServiceProcess service =
                    new ServiceProcess(data, Map.of("SUBSIDY_EVALUATION_EVENT_LOOP_BYTES", bytes))) {
                service.start();
                service.awaitReady();
                rows.addAll(rows(service, bytes.equals("0") ? "by workers" : "on event loops", time, rounds, rate));
            }
        }
        System.out.print(HEAD);
        rows.forEach(System.out::print);
    }

    private static List<String> rows(ServiceProcess service, String where, Duration time, int rounds, double rate)
            throws Exception {
        List<String> rows = new ArrayList<>();
        try (OpenLoop small = new OpenLoop(
                service.port(),
                number -> Asked.request("/v1/evaluate", "X-Caller: small\r\n", Asked.claims(SMALL_CLAIMS, 0)))) {
            small.saturate(CLIENTS_OF_LARGE, time);
            for (int round = 0; round < rounds; round++) {
                for (Beside beside : Beside.values()) {
                    rows.add(row(small, service, where, beside, time, rate));
                }
            }
        }
        return rows;
    }

    private static String row(
            OpenLoop small, ServiceProcess service, String where, Beside beside, Duration time, double rate)
            throws Exception {
        byte[] request = beside.request();
        try (OpenLoop large = new OpenLoop(service.port(), number -> request);
                Running others = new Running(large, beside == Beside.NOBODY ? 0 : CLIENTS_OF_LARGE, time)) {
            Tally tally = small.run(rate, time);
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %.1f | %d | %d | %.0f |%n",
                    where,
                    beside.title,
                    tally.percentile(50).toNanos() / 1e6,
                    tally.p99().toNanos() / 1e6,
                    tally.count(200),
                    tally.count(429) + tally.count(503),
                    others.goodput());
        }
    }

    /** Clients that send the next request when they have an answer, until all the time is over. */
    private static final class Running implements AutoCloseable {

        private final Thread thread;
        private volatile double goodput;

        Running(OpenLoop load, int clients, Duration time) {
            thread = new Thread(() -> saturate(load, clients, time), "large");
            thread.start();
        }

        private void saturate(OpenLoop load, int clients, Duration time) {
            try {
                goodput = clients == 0 ? 0 : load.saturate(clients, time).goodput();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        double goodput() throws InterruptedException {
            thread.join();
            return goodput;
        }

        @Override
        public void close() {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
