package io.subsidyrules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rules folder with the vocabulary and the first policy alone, copied from {@code rules} when the tests begin: what a test
 * knows of the first policy stays so when another one is added.
 */
public final class FirstPolicy {

    /** The folder's own path, relative to the project. */
    public static final Path FOLDER = copied(Path.of("target/first-policy"));

    private FirstPolicy() {}

    private static Path copied(Path folder) {
        try {
            for (String part : List.of("vocabulary", "hebei-quality-2022")) {
                copy(Path.of("rules").resolve(part), folder.resolve(part));
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes only what differs: others may be reading the folder. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path old : files(to)) {
            if (Files.notExists(from.resolve(old.getFileName()))) {
                Files.delete(old);
            }
        }
        for (Path file : files(from)) {
            Path target = to.resolve(file.getFileName());
            byte[] content = Files.readAllBytes(file);
            if (Files.notExists(target) || !Arrays.equals(content, Files.readAllBytes(target))) {
                Path fresh = Files.createTempFile(to, ".fresh", "");
                Files.write(fresh, content);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
