package io.subsidyrules.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;

/** A real Keycloak with a realm for the tests, of which one runs in a process. */
final class Keycloak {

    static final String REALM = "province";
    static final String SECRET = "a-secret-of-the-client-that-is-only-for-tests";

    private static final Path FOLDER = Path.of("target", "keycloak");

    private static final String ADDRESS = "test.keycloak.address";
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private Keycloak() {}

    /** Whether the profile {@code keycloak} of the build has unpacked one. */
    static boolean isThere() {
        return Files.isDirectory(FOLDER);
    }

    /** The address of its realm; it is started where it does not run. */
    static synchronized String realm() {
        if (System.getProperty(ADDRESS) == null) {
            try {
                System.setProperty(ADDRESS, start());
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException("Keycloak does not start; its log is in target/keycloak.log.", failed);
            }
        }
        return System.getProperty(ADDRESS) + "/realms/" + REALM;
    }

    private static String start() throws IOException, InterruptedException {
        Path home;
        try (Stream<Path> unpacked = Files.list(FOLDER)) {
            home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Path realms = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.copy(
                Path.of("src", "test", "resources", "keycloak", "realm.json"),
                realms.resolve("realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder command = new ProcessBuilder(
                        "sh",
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "keycloak.log").toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = command.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }));
        String address = "http://127.0.0.1:" + port;
        await(address + "/realms/" + REALM, process);
        return address;
    }

    private static void await(String address, Process process) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            assertThat(process.isAlive()).as("Keycloak runs").isTrue();
            assertThat(System.nanoTime()).isLessThan(until);
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException starting) {
                // It does not listen yet.
            }
            Thread.sleep(200);
        }
    }
}
