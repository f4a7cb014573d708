package io.subsidyrules.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged Quarkus application, started as a process of its own on a free port of the loopback address. */
final class Server implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts an application, with this JDK.
     *
     * @param log what it prints
     * @param properties of the JVM
     */
    static Server start(Path application, Path log, List<String> properties, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(properties);
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new Server(builder.start(), port);
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The processor time that it has used since it was started. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Asks until the status is the expected one. */
    void await(String path, String body, int status) throws IOException, InterruptedException {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            try {
                if (post(path, body).statusCode() == status) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("%s%s does not answer with the status %d.".formatted(root(), path, status));
    }

    HttpResponse<byte[]> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
