package io.subsidyrules.rulesets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The build of the service: two builds can judge the same rules differently. */
public final class Program {

    private Program() {}

    /** The version and the time of the build. */
    public static String version() {
        try (InputStream in = Objects.requireNonNull(Program.class.getResourceAsStream("build.txt"), "build.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
