package io.subsidyrules.durability;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged service as a process of its own, which can be killed and started again on the same data. */
public final class ServiceProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path data;
    private final Map<String, String> environment;
    private final List<String> wrapper;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private @Nullable Process process;

    /** @param environment more settings than the folder and the port */
    public ServiceProcess(Path data, Map<String, String> environment) {
        this(data, environment, List.of());
    }

    /** @param wrapper the start of the command, which executes the rest of it in the same process */
    public ServiceProcess(Path data, Map<String, String> environment, List<String> wrapper) {
        this.data = data;
        this.wrapper = List.copyOf(wrapper);
        this.environment = Map.copyOf(environment);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public int port() {
        return port;
    }

    /** The id of the process that was started last. */
    public long pid() {
        return Objects.requireNonNull(process).pid();
    }

    public void start() throws IOException {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("SUBSIDY_DATA", data.toString());
        settings.putIfAbsent("SUBSIDY_RULES", FirstPolicy.FOLDER.toString());
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m", "-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling(data.getFileName() + ".log").toFile()));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    public void awaitReady() throws InterruptedException {
        awaitStatus("/q/health/ready", 200);
    }

    public void awaitStatus(String path, int status) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (status(path) != status) {
            if (System.nanoTime() > until) {
                throw new AssertionError("%s has not answered %s in %s.".formatted(path, status, PATIENCE));
            }
            Thread.sleep(50);
        }
    }

    /** 0 where nothing answers. */
    public int status(String path) throws InterruptedException {
        try {
            return client.send(
                            HttpRequest.newBuilder(uri(path))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException away) {
            return 0;
        }
    }

    public HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks for a decision on a project that nobody was paid for, with a key of its own. */
    HttpResponse<String> decide(String caller) throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        String body = SentRequest.request(SentClaim.hosted("c1")).reference(key).json();
        return post("/v1/decisions", body, "X-Caller", caller, "Idempotency-Key", key);
    }

    public String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Starts it where it is to refuse that; its exit code. */
    int ends() throws IOException, InterruptedException {
        start();
        Process started = Objects.requireNonNull(process);
        if (!started.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            close();
            throw new AssertionError("It has not ended in %s.".formatted(PATIENCE));
        }
        return started.exitValue();
    }

    /** Asks it to end by itself, with SIGTERM. */
    void terminate() {
        Objects.requireNonNull(process).destroy();
    }

    /** Whether it ends by itself in this time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return Objects.requireNonNull(process).waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL: it gets no chance to do anything. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** A file as the service sees it, which can have mounted something where others see nothing. */
    Path seen(Path file) {
        return Path.of("/proc/" + Objects.requireNonNull(process).pid() + "/root" + file.toAbsolutePath());
    }

    /** The processes of its own PostgreSQL, the server first. */
    List<ProcessHandle> postgres() throws IOException {
        long server = Long.parseLong(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(0)
                .strip());
        return ProcessHandle.of(server).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.children()))
                .toList();
    }

    /** Sends a signal to each of the processes. */
    static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit().join();
        }
    }
}
