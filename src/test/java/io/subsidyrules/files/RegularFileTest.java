package io.subsidyrules.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as they are found, read without waiting for anybody. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RegularFileTest {

    private static final int MOST = 10_000;

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadUpToItsLimit() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "x".repeat(MOST));
        assertThat(RegularFile.text(file, MOST)).hasSize(MOST);
        Files.writeString(file, "x".repeat(MOST + 1));
        assertThatThrownBy(() -> RegularFile.text(file, MOST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than the 10000 bytes");
    }

    @ParameterizedTest
    @EnumSource(names = {"FOLDER", "PIPE", "LINK_TO_A_DEVICE"})
    void whatIsNoFileIsNamedAndNotOpened(Damage damage) throws IOException {
        Path file = folder.resolve("file");
        damage.in(file);
        assertThatThrownBy(() -> RegularFile.bytes(file, MOST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("no file");
        assertThat(RegularFile.makeWay(file)).hasValue(folder.resolve("file.damaged-1"));
        assertThat(file).doesNotExist();
        damage.in(file);
        assertThat(RegularFile.makeWay(file)).hasValue(folder.resolve("file.damaged-2"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MISSING", "LINK_TO_NOTHING"})
    void whatIsNotThereIsMissing(Damage damage) throws IOException {
        Path file = folder.resolve("file");
        damage.in(file);
        assertThatThrownBy(() -> RegularFile.bytes(file, MOST)).isInstanceOf(NoSuchFileException.class);
        RegularFile.makeWay(file);
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY", "GARBAGE"})
    void aFileIsNotPutAsideWhateverItHolds(Damage damage) throws IOException {
        Path file = folder.resolve("file");
        damage.in(file);
        assertThat(RegularFile.text(file, MOST)).isNotNull();
        assertThat(RegularFile.makeWay(file)).isEmpty();
        assertThat(file).exists();
    }
}
