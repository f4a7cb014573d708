package io.subsidyrules.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives the service one half of the cores and this process, which makes the load, the other half, so that an overload is the
 * service's alone. It takes the command {@code taskset} of util-linux, and two cores.
 */
final class OwnCores implements AutoCloseable {

    private final List<Integer> cores;

    OwnCores() throws IOException {
        cores = ofThisProcess();
        if (cores.size() < 2) {
            throw new IllegalStateException("The load and the service need a core each, and there is one.");
        }
        move(cores.subList(cores.size() / 2, cores.size()));
    }

    /** The cores that this process may use, which the kernel lists as in {@code 0-3,6}. */
    private static List<Integer> ofThisProcess() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String allowed = lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .findFirst()
                    .orElseThrow();
            return Stream.of(allowed.substring(allowed.indexOf(':') + 1).strip().split(",", -1))
                    .flatMapToInt(OwnCores::range)
                    .boxed()
                    .toList();
        }
    }

    private static IntStream range(String text) {
        String[] bounds = text.split("-", -1);
        return IntStream.rangeClosed(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[bounds.length - 1]));
    }

    /** The start of the command that runs the service on its half. */
    List<String> wrapper() {
        return List.of("taskset", "-c", list(cores.subList(0, cores.size() / 2)));
    }

    private static String list(List<Integer> cores) {
        return cores.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Moves all threads of this process; those that they start follow. */
    private static void move(List<Integer> cores) throws IOException {
        String self = Long.toString(ProcessHandle.current().pid());
        Process moved = new ProcessBuilder("taskset", "-a", "-c", "-p", list(cores), self)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (moved.onExit().join().exitValue() != 0) {
            throw new IOException("The threads of this process could not be moved to the cores %s.".formatted(cores));
        }
    }

    @Override
    public void close() throws IOException {
        move(cores);
    }
}
