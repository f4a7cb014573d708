package io.subsidyrules.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each in a process of its own, which ends or does not. */
class OutOfMemoryTest {

    /** Fills its memory and has that caught in the way that is asked for. */
    static final class Full {

        private Full() {}

        public static void main(String... ways) throws InterruptedException {
            OutOfMemory.watch();
            switch (ways[0]) {
                case "uncaught" -> {
                    Thread thread = new Thread(Full::fill);
                    thread.start();
                    thread.join();
                }
                case "logged" -> {
                    try {
                        fill();
                    } catch (OutOfMemoryError full) {
                        Logger.getLogger("any").log(Level.SEVERE, "Caught.", new CompletionException(full));
                    }
                }
                case "caught" -> {
                    try {
                        fill();
                    } catch (OutOfMemoryError full) {
                        OutOfMemory.endIfCauseOf(new IllegalStateException(full));
                    }
                }
                case "circle" -> {
                    IllegalStateException outer = new IllegalStateException();
                    outer.initCause(new IllegalStateException(outer));
                    OutOfMemory.endIfCauseOf(outer);
                }
                default -> OutOfMemory.endIfCauseOf(new StackOverflowError());
            }
            System.exit(0);
        }

        private static void fill() {
            List<byte[]> all = new ArrayList<>();
            while (all.size() < Integer.MAX_VALUE) {
                all.add(new byte[1 << 20]);
            }
        }
    }

    /** Without libraries: the indexes of so many files would take most of the memory before anything else does. */
    private static String ownClasses() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(place -> new File(place).isDirectory())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @ParameterizedTest
    @CsvSource({"uncaught, 3", "logged, 3", "caught, 3", "stack, 0", "circle, 0"})
    void aProcessWithoutMemoryEndsForARestart(String way, int exit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx16m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        ownClasses(),
                        Full.class.getName(),
                        way)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(exit);
        } finally {
            process.destroyForcibly();
        }
    }
}
