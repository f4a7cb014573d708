package io.subsidyrules.load;

import java.io.IOException;
import java.util.List;

/**
 * Gives the service one half of the cores and this process, which makes the load, the other half, so that an overload is the
 * service's alone. It takes the command {@code taskset} of util-linux, and two cores.
 */
final class OwnCores implements AutoCloseable {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    OwnCores() throws IOException {
        if (CORES < 2) {
            throw new IllegalStateException("The load and the service need a core each, and there is one.");
        }
        move(range(CORES / 2, CORES - 1));
    }

    /** The start of the command that runs the service on its half. */
    List<String> wrapper() {
        return List.of("taskset", "-c", range(0, CORES / 2 - 1));
    }

    private static String range(int first, int last) {
        return first + "-" + last;
    }

    /** Moves all threads of this process; those that they start follow. */
    private static void move(String cores) throws IOException {
        String self = Long.toString(ProcessHandle.current().pid());
        Process moved = new ProcessBuilder("taskset", "-a", "-c", "-p", cores, self)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (moved.onExit().join().exitValue() != 0) {
            throw new IOException("The threads of this process could not be moved to the cores %s.".formatted(cores));
        }
    }

    @Override
    public void close() throws IOException {
        move(range(0, CORES - 1));
    }
}
