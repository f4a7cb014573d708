package io.subsidyrules.folder;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is put in the place of a file, nothing but the folder's own plain files is read. */
class FolderReaderTest {

    private static final FolderReader.Wanted TEXTS =
            new FolderReader.Wanted(name -> name.endsWith(".txt"), path -> false, 4, new Limit(100, 1_000, 10_000));

    @TempDir
    Path temporary;

    private Path folder;
    private Path secret;

    @BeforeEach
    void written() throws IOException {
        folder = Files.createDirectories(temporary.resolve("folder"));
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/own.txt"), "own");
        secret = Files.writeString(temporary.resolve("secret.txt"), "secret");
    }

    /** Other files under the name of one's own. */
    enum Other {
        LINK {
            @Override
            void make(Path at, Path secret) throws IOException {
                Files.createSymbolicLink(at, secret);
            }
        },
        ANOTHER_NAME {
            @Override
            void make(Path at, Path secret) throws IOException {
                Files.createLink(at, secret);
            }
        },
        ANOTHER_FILE {
            @Override
            void make(Path at, Path secret) throws IOException {
                Files.copy(secret, at);
            }
        };

        abstract void make(Path at, Path secret) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Other.class)
    void whatTakesTheFilesPlaceJustBeforeItIsOpenedIsNotTakenForIt(Other other) throws IOException {
        FolderReading reading = read(Optional.empty(), path -> {
            try {
                other.make(temporary.resolve("other"), secret);
                Files.move(temporary.resolve("other"), folder.resolve("sub/own.txt"), ATOMIC_MOVE);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        assertThat(reading.files()).isEmpty();
        assertThat(reading.troubles()).containsExactly(new Trouble("sub/own.txt", Trouble.Kind.UNSETTLED));
    }

    @ParameterizedTest
    @EnumSource(Other.class)
    void whatTakesTheFoldersPlaceJustBeforeAFileIsOpenedIsNotLookedInto(Other other) throws IOException {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        other.make(elsewhere.resolve("own.txt"), secret);
        FolderReading reading = read(Optional.empty(), path -> {
            try {
                Files.move(folder.resolve("sub"), temporary.resolve("moved"));
                Files.createSymbolicLink(folder.resolve("sub"), elsewhere);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        assertThat(reading.files().values())
                .noneMatch(content -> new String(content, StandardCharsets.UTF_8).contains("secret"));
    }

    @Test
    void aFileThatIsNotAsItWasAtTheLookBeforeIsNotOpened() throws IOException {
        FolderReading first = read(Optional.of(Map.of()), path -> {
            throw new AssertionError("It was opened.");
        });
        assertThat(first.troubles()).containsExactly(new Trouble("sub/own.txt", Trouble.Kind.UNSETTLED));
        FolderReading second = read(Optional.of(first.identities()), path -> {});
        assertThat(second.files()).containsOnlyKeys("sub/own.txt");
        Files.move(folder.resolve("sub/own.txt"), folder.resolve("sub/away.txt"));
        Files.writeString(folder.resolve("sub/own.txt"), "own");
        assertThat(read(Optional.of(first.identities()), path -> {}).files()).isEmpty();
    }

    @Test
    void linksAreFollowedWithinTheFolderAndNeverOutOfIt() throws IOException {
        link("..data/../sub", "by-link");
        link(folder.resolve("sub").toString(), "by-path");
        link("../folder/sub", "around");
        link("..", "above");
        link("by-link", "link-to-link");
        link("circle", "circle");
        Files.createDirectory(folder.resolve("..data"));
        FolderReading reading = read(Optional.empty(), path -> {});
        assertThat(reading.files())
                .containsOnlyKeys("by-link/own.txt", "by-path/own.txt", "link-to-link/own.txt", "sub/own.txt");
        assertThat(reading.troubles())
                .containsExactly(
                        new Trouble("above", Trouble.Kind.OUTSIDE), new Trouble("around", Trouble.Kind.OUTSIDE));
    }

    private void link(String target, String name) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), Path.of(target));
    }

    private FolderReading read(Optional<Map<String, Identity>> before, Consumer<String> reached) throws IOException {
        return FolderReader.read(folder, TEXTS, before, reached);
    }
}
