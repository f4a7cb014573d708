package io.subsidyrules.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The memory and the open files of a process, looked at again and again until it is closed; it keeps the most of each. */
final class Footprint implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Path process;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile long memory;
    private volatile long files;

    Footprint(long pid) {
        process = Path.of("/proc", Long.toString(pid));
        Thread looking = new Thread(this::look, "footprint");
        looking.setDaemon(true);
        looking.start();
    }

    /** The most memory that was resident, in bytes. */
    long memory() {
        return memory;
    }

    /** The most files that were open, connections among them. */
    long files() {
        return files;
    }

    private void look() {
        try {
            while (!over.isDone()) {
                memory = Math.max(memory, resident());
                files = Math.max(files, open());
                Thread.sleep(BETWEEN.toMillis());
            }
        } catch (IOException ended) {
            // The process is over, and so is what can be seen of it.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private long resident() throws IOException {
        String line = Files.readAllLines(process.resolve("status")).stream()
                .filter(one -> one.startsWith("VmRSS:"))
                .findFirst()
                .orElse("0");
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }

    private long open() throws IOException {
        try (Stream<Path> all = Files.list(process.resolve("fd"))) {
            return all.count();
        }
    }

    @Override
    public void close() {
        over.complete(null);
    }
}
