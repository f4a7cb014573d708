package io.subsidyrules.examples;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The policies of the folder {@code examples}, beside the first policy, as the README says how to serve them. */
public final class Examples {

    static final Path FOLDER = Path.of("examples");

    /** The files of both folders. */
    public static final RuleSources SOURCES = sources();

    private Examples() {}

    private static RuleSources sources() {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(LiveRules.FOLDER).files());
        RuleSources examples = SourceFolder.sources(FOLDER);
        if (!examples.faults().isEmpty() || !examples.passedOver().isEmpty()) {
            throw new IllegalStateException(
                    "Of the examples, %s and %s are not read.".formatted(examples.faults(), examples.passedOver()));
        }
        files.putAll(examples.files());
        return new RuleSources(files);
    }

    /** The names of the policies, which are those of their folders. */
    static List<String> policies() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The files of one of them, with the vocabulary that all policies share. */
    static RuleSources alone(String policy) {
        SortedMap<String, byte[]> files = new TreeMap<>(SOURCES.files());
        files.keySet().removeIf(file -> !file.startsWith("vocabulary/") && !file.startsWith(policy + "/"));
        return new RuleSources(files);
    }

    /** Whether a file of the sources belongs to an example. */
    static boolean isOfExample(String file) {
        return policies().contains(file.replaceFirst("/.*", ""));
    }
}
