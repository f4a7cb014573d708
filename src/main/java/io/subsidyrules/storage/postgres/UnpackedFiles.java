package io.subsidyrules.storage.postgres;

import io.subsidyrules.files.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of what was unpacked into a folder, by size, time and permissions; what is not as it says any more is
 * unpacked anew.
 */
final class UnpackedFiles {

    private static final String LIST = "unpacked-files.txt";
    private static final int LONGEST = 4 * 1024 * 1024;

    private UnpackedFiles() {}

    /** Notes all that is in the folder now. */
    static void note(Path folder) throws IOException {
        Files.writeString(folder.resolve(LIST), list(folder));
    }

    /** Whether all that was noted is there as it was, and nothing else. */
    static boolean hold(Path folder) {
        try {
            return RegularFile.text(folder.resolve(LIST), LONGEST).equals(list(folder));
        } catch (IOException missingOrDamaged) {
            return false;
        }
    }

    private static String list(Path folder) throws IOException {
        StringBuilder list = new StringBuilder();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(file -> !file.equals(folder.resolve(LIST)))
                    .sorted()
                    .toList();
            for (Path file : files) {
                list.append(line(folder, file)).append('\n');
            }
        }
        return list.toString();
    }

    private static String line(Path folder, Path file) throws IOException {
        PosixFileAttributes found = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String permissions = PosixFilePermissions.toString(found.permissions());
        String name = folder.relativize(file).toString();
        if (!found.isRegularFile()) {
            String kind = found.isDirectory() ? "folder" : found.isSymbolicLink() ? "link" : "other";
            return "%s %s %s".formatted(kind, found.isSymbolicLink() ? "" : permissions, name);
        }
        return "%s %s %s %s".formatted(found.size(), found.lastModifiedTime().toMillis(), permissions, name);
    }
}
