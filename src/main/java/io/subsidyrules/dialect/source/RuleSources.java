package io.subsidyrules.dialect.source;

import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The bytes of the rule files, policy files, tables, lists and scenario files of a rules folder.
 *
 * @param files by path relative to the folder, with forward slashes; sorted by the path's characters
 * @param faults what of the folder could not be read
 * @param passedOver files that are not read although they look like some that are, in the order of the paths
 */
public record RuleSources(SortedMap<String, byte[]> files, List<Fault> faults, List<UnreadFile> passedOver) {

    /** No files. */
    public static final RuleSources NONE = new RuleSources(new TreeMap<>());

    public RuleSources {
        files = new TreeMap<>(files);
        faults = List.copyOf(faults);
        passedOver = List.copyOf(passedOver);
    }

    public RuleSources(SortedMap<String, byte[]> files, List<Fault> faults) {
        this(files, faults, List.of());
    }

    public RuleSources(SortedMap<String, byte[]> files) {
        this(files, List.of());
    }

    public static RuleSources of(Map<String, String> texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new RuleSources(files);
    }

    /** Whether a path is that of a copy that a file manager made of another of these files. */
    public boolean isCopy(String path) {
        return CopiedFile.isCopy(path, files.keySet());
    }

    /** Whether a path is that of a scenario file. */
    public static boolean isScenarios(String path) {
        return path.endsWith(SourceNames.SCENARIOS);
    }

    /**
     * The name of what these files say, scenarios aside: the SHA-256, in hex, over each file in the order of the paths:
     * the length of its path in UTF-8 and the path, the length of its content and the content; a length is eight bytes,
     * the highest first.
     */
    public String version() {
        return hash(path -> !isScenarios(path));
    }

    /** The same hash over all files, scenarios too. */
    public String content() {
        return hash(path -> true);
    }

    /** The bytes of a file that is among them. */
    public byte[] content(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    /** The line that has a fault. */
    public Excerpt excerpt(Place place) {
        return files.containsKey(place.file()) ? Excerpt.of(shown(place.file()), place) : new Excerpt("", "");
    }

    /** The lines of places, one for each; every file is decoded once. */
    public List<Excerpt> excerpts(List<Place> places) {
        Map<String, String> texts = new HashMap<>();
        return places.stream()
                .map(place -> files.containsKey(place.file())
                        ? Excerpt.of(texts.computeIfAbsent(place.file(), this::shown), place)
                        : new Excerpt("", ""))
                .toList();
    }

    private String shown(String path) {
        return SourceText.shown(content(path));
    }

    private String hash(Predicate<String> counts) {
        MessageDigest digest = Sha256.digest();
        files.forEach((path, content) -> {
            if (counts.test(path)) {
                update(digest, path.getBytes(StandardCharsets.UTF_8));
                update(digest, content);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        digest.update(bytes);
    }
}
