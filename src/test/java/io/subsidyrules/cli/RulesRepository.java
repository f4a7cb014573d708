package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A repository that holds nothing but the first policy, in {@code rules}. */
record RulesRepository(Path directory) {

    private static final String NAME = "rules";

    /** The path of a file below {@code rules}, as commands show it. */
    static String shown(String path) {
        return NAME + "/" + path;
    }

    /** A new copy in an empty directory. */
    static RulesRepository in(Path directory) throws IOException {
        return copied(FirstPolicy.FOLDER, directory);
    }

    /** A new copy of other rules. */
    static RulesRepository copied(Path rules, Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = directory.resolve(NAME).resolve(rules.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new RulesRepository(directory);
    }

    /** The path of a file below {@code rules}. */
    Path file(String path) {
        return directory.resolve(NAME).resolve(path);
    }

    /** Writes something else into a file, at its first place. */
    void change(String path, String old, String changed) throws IOException {
        String text = Files.readString(file(path));
        assertThat(text).as(path).contains(old);
        int at = text.indexOf(old);
        Files.writeString(file(path), text.substring(0, at) + changed + text.substring(at + old.length()));
    }
}
