package io.subsidyrules.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A file that is read whole: a regular one, no longer than it may be. What is none is not even opened, as a pipe is
 * opened only once somebody writes to it.
 */
public final class RegularFile {

    private static final String DAMAGED = ".damaged";
    private static final int MOST_DAMAGED = 1_000;

    private RegularFile() {}

    /**
     * The content.
     *
     * @param most the bytes that it may have
     * @throws NoSuchFileException if there is none
     * @throws IOException if it is not a regular file, is longer, or cannot be read; the message says so
     */
    public static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = open(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new IOException("%s is longer than the %s bytes that it may have".formatted(file, most));
            }
            return content;
        }
    }

    /** The content as text in UTF-8, with a replacement for whatever is none; throws as {@link #bytes}. */
    public static String text(Path file, int most) throws IOException {
        return new String(bytes(file, most), StandardCharsets.UTF_8);
    }

    /**
     * Opens it for reading.
     *
     * @throws NoSuchFileException if there is none
     * @throws IOException if it is not a regular file or cannot be read; the message says so
     */
    public static InputStream open(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        if (!found.isRegularFile()) {
            throw new IOException(
                    "%s is %s and no file".formatted(file, found.isDirectory() ? "a folder" : "a pipe or a device"));
        }
        try {
            return Files.newInputStream(file);
        } catch (AccessDeniedException denied) {
            throw new IOException("%s cannot be read: permission denied".formatted(file), denied);
        }
    }

    /**
     * Puts aside what is in the place of a file and is none, a link that leads nowhere too, under its name with
     * {@code .damaged} and a number after it.
     *
     * @return where it is now; empty if there was nothing to put aside
     */
    public static Optional<Path> makeWay(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(putAside(file));
    }

    /** Puts aside whatever is there, as {@link #makeWay} does, and returns its new path. */
    public static Path putAside(Path file) throws IOException {
        for (int number = 1; number <= MOST_DAMAGED; number++) {
            Path aside = file.resolveSibling(file.getFileName() + DAMAGED + "-" + number);
            if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
                return Files.move(file, aside);
            }
        }
        throw new IOException("%s has been put aside %s times already; delete the %s files beside it"
                .formatted(file, MOST_DAMAGED, DAMAGED));
    }
}
