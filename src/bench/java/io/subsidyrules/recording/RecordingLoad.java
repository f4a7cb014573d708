package io.subsidyrules.recording;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Recorded decisions a second beside evaluations a second: one run of the packaged service with its own PostgreSQL, the
 * same requests over HTTP, in turns. Arguments: how many requests are under way at one time, seconds of a turn, turns.
 */
public final class RecordingLoad {

    private static final String REQUEST = """
            { "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100" },
              "claims": [ { "type": "HostedStandard", "id": "c1", "standardNumber": "%s", "role": "HOST",
                            "level": "INTERNATIONAL" } ] }""";

    private static final AtomicLong NUMBER = new AtomicLong();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;
    private final int underWay;

    private RecordingLoad(int port, int underWay) {
        this.root = "http://127.0.0.1:" + port;
        this.underWay = underWay;
    }

    /** What a turn saw. */
    private record Turn(int answers, double seconds, List<Long> nanos, Map<String, Duration> cpu) {

        double perSecond() {
            return answers / seconds;
        }

        double millis(double quantile) {
            return nanos.get((int) Math.min(nanos.size() - 1, nanos.size() * quantile)) / 1e6;
        }
    }

    public static void main(String... arguments) throws Exception {
        int underWay = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        int turns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path data = Files.createTempDirectory(Path.of("target"), "recording-load");
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "SUBSIDY_DATA", data.toString()));
        Process service = builder.start();
        try {
            new RecordingLoad(port, underWay).run(service, seconds, turns);
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private void run(Process service, int seconds, int turns) throws Exception {
        awaitReady();
        turn(service, this::evaluation, seconds);
        turn(service, this::decision, seconds);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            Turn evaluated = turn(service, this::evaluation, seconds);
            tell("evaluations", evaluated);
            Turn recorded = turn(service, this::decision, seconds);
            tell("recorded decisions", recorded);
            ratios.add(recorded.perSecond() / evaluated.perSecond());
        }
        Collections.sort(ratios);
        System.out.printf("recorded decisions for an evaluation: %.2f in the median%n", ratios.get(ratios.size() / 2));
    }

    private static void tell(String what, Turn turn) {
        System.out.printf(
                "%-18s %,8.0f a second, median %.1f ms, p99 %.1f ms, the slowest %.1f ms; processor time %s%n",
                what, turn.perSecond(), turn.millis(0.5), turn.millis(0.99), turn.millis(1), turn.cpu());
    }

    private HttpRequest evaluation() {
        return request("/v1/evaluate");
    }

    private HttpRequest decision() {
        return request("/v1/decisions");
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/json")
                .header("X-Caller", "load")
                .POST(HttpRequest.BodyPublishers.ofString(REQUEST.formatted(NUMBER.incrementAndGet())))
                .build();
    }

    private void awaitReady() throws Exception {
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create(root + "/q/health/ready")).build();
        for (int i = 0; i < 600; i++) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("The service does not become ready.");
    }

    private Turn turn(Process service, Supplier<HttpRequest> requests, int seconds) {
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        AtomicInteger refused = new AtomicInteger();
        Map<String, Duration> before = cpu(service);
        long began = System.nanoTime();
        long until = began + TimeUnit.SECONDS.toNanos(seconds);
        CompletableFuture<?>[] lanes = Stream.generate(() -> lane(requests, until, nanos, refused))
                .limit(underWay)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(lanes).join();
        double took = (System.nanoTime() - began) / 1e9;
        if (refused.get() > 0) {
            System.out.printf("%s were refused%n", refused.get());
        }
        Map<String, Duration> after = cpu(service);
        after.replaceAll((process, time) -> time.minus(before.getOrDefault(process, Duration.ZERO)));
        return new Turn(nanos.size(), took, nanos.stream().sorted().toList(), after);
    }

    private CompletableFuture<Void> lane(
            Supplier<HttpRequest> requests, long until, ConcurrentLinkedQueue<Long> nanos, AtomicInteger refused) {
        if (System.nanoTime() >= until) {
            return CompletableFuture.completedFuture(null);
        }
        long sent = System.nanoTime();
        return client.sendAsync(requests.get(), HttpResponse.BodyHandlers.discarding())
                .thenCompose(answer -> {
                    if (answer.statusCode() >= 300) {
                        refused.incrementAndGet();
                    } else {
                        nanos.add(System.nanoTime() - sent);
                    }
                    return lane(requests, until, nanos, refused);
                });
    }

    /** By who used it; the children of the service are its PostgreSQL. */
    private static Map<String, Duration> cpu(Process service) {
        Map<String, Duration> times = new java.util.TreeMap<>();
        times.put("client", time(ProcessHandle.current()));
        times.put("service", time(service.toHandle()));
        times.put("postgres", service.descendants().map(RecordingLoad::time).reduce(Duration.ZERO, Duration::plus));
        return times;
    }

    private static Duration time(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
