package io.subsidyrules.rulesets;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Somebody who puts other things in the place of a rule file, over and over and as fast as the disk allows: a link to a
 * secret, another name of the secret, a pipe, and the file again.
 */
final class Swapping implements AutoCloseable {

    /** The content of the file that nobody may read who only may write rules. */
    static final String SECRET = "-----BEGIN PRIVATE KEY----- secret";

    private final Path file;
    private final Path beside;
    private final String text;
    private final List<Path> others;
    private final Thread thread = new Thread(this::swap, "swapping");
    private volatile boolean stopped;
    private volatile int swaps;

    /** @param secret a file outside of the rules folder, on the same disk */
    Swapping(RulesCopy rules, String file, Path secret) throws IOException, InterruptedException {
        this.file = rules.path(file);
        this.text = rules.text(file);
        this.beside = Files.createDirectories(rules.path(".beside"));
        Path pipe = beside.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        this.others = List.of(
                Files.createSymbolicLink(beside.resolve("link"), secret),
                Files.createLink(beside.resolve("name"), secret),
                pipe);
        thread.setDaemon(true);
        thread.start();
    }

    int swaps() {
        return swaps;
    }

    private void swap() {
        try {
            Path own = beside.resolve("own");
            for (int i = 0; !stopped; i++) {
                Path other = others.get(i % others.size());
                Files.move(file, own, ATOMIC_MOVE);
                Files.move(other, file, ATOMIC_MOVE);
                Files.move(file, other, ATOMIC_MOVE);
                Files.move(own, file, ATOMIC_MOVE, REPLACE_EXISTING);
                swaps = i;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stops, and leaves the file as it was. */
    @Override
    public void close() {
        try {
            stopped = true;
            thread.join();
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
