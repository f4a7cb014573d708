package io.subsidyrules.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository that have a layout. */
final class LayoutFiles {

    private LayoutFiles() {}

    /** A file with its path within a rules folder. */
    record Written(String path, String text) {

        @Override
        public String toString() {
            return path;
        }
    }

    /** The rule files, scenario files and policy files that authors have written. */
    static List<Written> authored() {
        List<Written> files = new ArrayList<>(below("rules"));
        files.addAll(below("examples"));
        return files;
    }

    /** Rule files with all that the language has, and a layout that nobody would choose. */
    static List<Written> honest() {
        return below("src/test/resources/honest");
    }

    private static List<Written> below(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> CanonicalLayout.isFor(file.toString()))
                    .sorted()
                    .map(file -> read(Path.of(folder), file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Written read(Path folder, Path file) {
        try {
            return new Written(folder.relativize(file).toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
