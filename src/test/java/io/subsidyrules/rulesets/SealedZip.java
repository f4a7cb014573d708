package io.subsidyrules.rulesets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The file in which the service keeps its last good ruleset, in the hands of somebody who changes an amount in it. */
record SealedZip(Path file) {

    void replace(String entry, String from, String to) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            Path inside = zip.getPath(entry);
            Files.writeString(inside, Files.readString(inside).replace(from, to));
        }
    }
}
