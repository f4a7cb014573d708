package io.subsidyrules.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    private void replace(String content) throws IOException {
        AtomicFile.replace(
                folder.resolve("file"),
                folder.resolve("file.new"),
                true,
                out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theNewContentTakesThePlaceOfTheOldOne() throws IOException {
        replace("old, and longer");
        replace("new");
        assertThat(folder.resolve("file")).hasContent("new");
        assertThat(folder.resolve("file.new")).doesNotExist();
    }

    @Test
    void theOldContentStaysWhereWritingFails() throws IOException {
        replace("old");
        assertThatThrownBy(() -> AtomicFile.replace(folder.resolve("file"), folder.resolve("file.new"), true, out -> {
                    out.write('n');
                    throw new IOException("The disk is full.");
                }))
                .hasMessage("The disk is full.");
        assertThat(folder.resolve("file")).hasContent("old");
        assertThat(folder.resolve("file.new")).doesNotExist();
        replace("new");
        assertThat(folder.resolve("file")).hasContent("new");
    }

    @Test
    void aFolderInItsPlaceIsPutAside() throws IOException {
        Files.createDirectories(folder.resolve("file/within"));
        replace("new");
        assertThat(folder.resolve("file")).hasContent("new");
        assertThat(folder.resolve("file.damaged-1/within")).isDirectory();
    }
}
