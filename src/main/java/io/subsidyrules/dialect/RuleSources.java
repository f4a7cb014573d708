package io.subsidyrules.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bytes of the rule files and policy files of a rules folder.
 *
 * @param files by path relative to the folder, with forward slashes; sorted by the path's characters
 */
public record RuleSources(SortedMap<String, byte[]> files) {

    /** The name of a policy's ledger of clauses within its folder. */
    static final String POLICY_FILE = "policy.yaml";

    public RuleSources {
        files = new TreeMap<>(files);
    }

    public static RuleSources of(Map<String, String> texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new RuleSources(files);
    }

    /** Reads every {@code .drl} and {@code policy.yaml} of the folders below this one. */
    public static RuleSources read(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(RuleSources::isSource)::iterator) {
                String relative = folder.relativize(path).toString().replace('\\', '/');
                files.put(relative, Files.readAllBytes(path));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The rules folder (%s) cannot be read.".formatted(folder.toAbsolutePath()), unreadable);
        }
        return new RuleSources(files);
    }

    private static boolean isSource(Path path) {
        String name = path.getFileName().toString();
        return (name.endsWith(".drl") || name.equals(POLICY_FILE))
                && !name.startsWith(".")
                && Files.isRegularFile(path);
    }

    /**
     * The name of what these files say: the SHA-256, in hex, over each file in the order of the paths: the length of
     * its path in UTF-8 and the path, the length of its content and the content; a length is eight bytes, the highest
     * first.
     */
    public String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                update(digest, path.getBytes(StandardCharsets.UTF_8));
                update(digest, content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        digest.update(bytes);
    }
}
