package io.subsidyrules.hostile;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The small policy that uses every construct of the dialect, with one file more or another in its place. */
final class Specimen {

    static final RuleSources SOURCES = SourceFolder.sources(Path.of("src/test/resources/specimen"));

    private Specimen() {}

    static RuleSources with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static RuleSources with(String path, byte[] content) {
        SortedMap<String, byte[]> files = new TreeMap<>(SOURCES.files());
        files.put(path, content);
        return new RuleSources(files);
    }
}
