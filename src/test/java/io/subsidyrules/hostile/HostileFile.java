package io.subsidyrules.hostile;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of the corpus of hostile files, in the place that it takes in the specimen: a policy file in the place of the
 * specimen's own, a rule file of the vocabulary or of the policy, or a scenario file, as one more.
 *
 * @param name its group, which says what it tries, and its own name
 */
record HostileFile(String name, Path file) implements Comparable<HostileFile> {

    private static final Path FOLDER = Path.of("src/test/resources/hostile");
    private static final Path EXPECTED = FOLDER.resolve("expected.txt");

    /** All files, in the order of their names. */
    static List<HostileFile> all() {
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            return paths.filter(path -> Files.isRegularFile(path) && !path.equals(EXPECTED))
                    .map(HostileFile::of)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** By the name of each file, what its first fault is to be and where: {@code IMPORT_REFUSED 4:8}. */
    static Map<String, String> expected() {
        try (Stream<String> lines = Files.lines(EXPECTED)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(
                            words -> words[0],
                            words -> words[1].strip(),
                            (one, other) -> one + " and " + other,
                            TreeMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String described(Fault fault) {
        return "%s %d:%d"
                .formatted(fault.code(), fault.place().line(), fault.place().column());
    }

    String group() {
        return name.substring(0, name.indexOf('/'));
    }

    /** Where it stands in the specimen. */
    String path() {
        if (name.endsWith(".policy.yaml")) {
            return "specimen-2022/policy.yaml";
        }
        String own = name.substring(name.indexOf('/') + 1);
        return (name.endsWith(".vocabulary.drl") ? "vocabulary/" : "specimen-2022/") + own;
    }

    RuleSources sources() {
        try {
            return Specimen.with(path(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static HostileFile of(Path path) {
        return new HostileFile(FOLDER.relativize(path).toString().replace('\\', '/'), path);
    }

    @Override
    public int compareTo(HostileFile other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
