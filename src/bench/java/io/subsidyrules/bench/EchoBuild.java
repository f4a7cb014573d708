package io.subsidyrules.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Builds the echo service with the very Quarkus and the very Jackson of the packaged decision service. */
final class EchoBuild {

    static final Path SERVICE = Path.of("target/quarkus-app");
    static final Path ECHO = Path.of("target/echo/quarkus-app");

    private static final String QUARKUS = "io.quarkus.quarkus-core-";
    private static final String JACKSON = "com.fasterxml.jackson.core.jackson-databind-";

    private EchoBuild() {}

    static void run() throws IOException, InterruptedException {
        if (!Files.exists(SERVICE.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException("Package the service first: mvn -B -ntp -Pservice package");
        }
        String quarkus = version(SERVICE, QUARKUS);
        int exit = new ProcessBuilder(List.of(
                        "mvn",
                        "-B",
                        "-ntp",
                        "-q",
                        "-f",
                        "src/bench/echo/pom.xml",
                        "-Dquarkus.platform.version=" + quarkus,
                        "clean",
                        "package"))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0
                || !version(ECHO, QUARKUS).equals(quarkus)
                || !version(ECHO, JACKSON).equals(version(SERVICE, JACKSON))) {
            throw new IllegalStateException("The echo cannot be built with the libraries of the service.");
        }
    }

    private static String version(Path application, String library) throws IOException {
        try (Stream<Path> files = Files.list(application.resolve("lib/main"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(library))
                    .map(name -> name.substring(library.length(), name.length() - ".jar".length()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
