package io.subsidyrules.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.files.Damage;
import io.subsidyrules.storage.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The readers of the data folder, on files that are damaged in every way; no PostgreSQL runs. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedFilesTest {

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LONG_GARBAGE")
    void aPostmasterFileThatIsNoneNamesNoServer(Damage damage) throws IOException {
        Path files = Files.createDirectory(data.resolve("postgres"));
        damage.in(PostmasterFile.in(files));
        assertThat(PostmasterFile.of(files)).isEmpty();
    }

    @Test
    void aPostmasterFileWithAPortThatIsNoneNamesNoServer() throws IOException {
        Path files = Files.createDirectory(data.resolve("postgres"));
        for (String port : List.of("0", "65536", "99999", "-1", "x", "")) {
            Files.writeString(PostmasterFile.in(files), "12\n/data\n0\n%s\n\n*\n0\nready\n".formatted(port));
            assertThat(PostmasterFile.of(files)).as(port).isEmpty();
        }
        Files.writeString(PostmasterFile.in(files), "12\n/data\n0\n65535\n\n*\n0\nready\n");
        assertThat(PostmasterFile.of(files)).map(PostmasterFile::port).hasValue(65_535);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LONG_GARBAGE")
    void aPortIsChosenAnew(Damage damage) throws IOException {
        Path file = data.resolve("postgres.port");
        damage.in(file);
        int port = PortFile.of(data);
        assertThat(port).isBetween(1, 65_535);
        assertThat(Files.readString(file)).isEqualTo(Integer.toString(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "70000", "99999"})
    void aPortThatCannotBeIsChosenAnew(String written) throws IOException {
        Files.writeString(data.resolve("postgres.port"), written);
        assertThat(PortFile.of(data)).isBetween(1, 65_535);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LONG_GARBAGE", "LARGE_NUMBER"})
    void aPasswordIsMadeAnew(Damage damage) throws IOException {
        Path file = data.resolve("postgres.password");
        damage.in(file);
        SecretFile made = SecretFile.of(file);
        assertThat(made.fresh()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SecretFile.of(file)).isEqualTo(new SecretFile(file, made.secret(), false));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LONG_GARBAGE")
    void theLockIsHeldWhateverWasInItsPlace(Damage damage) throws IOException {
        damage.in(data.resolve("postgres.lock"));
        try (DataFolder held = DataFolder.locked(data)) {
            assertThat(held.path()).isEqualTo(data);
            assertThatThrownBy(() -> DataFolder.locked(data))
                    .hasMessageContaining("in use by another service (process ");
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LONG_GARBAGE", "LARGE_NUMBER"})
    void aVersionThatCannotBeToldIsToldWithARemedy(Damage damage) throws IOException {
        Path files = Files.createDirectory(data.resolve("postgres"));
        damage.in(files.resolve("PG_VERSION"));
        assertThatThrownBy(() -> new ClusterFiles(files).version())
                .isInstanceOf(NoOwnPostgresException.class)
                .hasMessageContaining("PG_VERSION")
                .hasMessageContaining("Put the folder postgres back from a copy");
    }

    @ParameterizedTest
    @EnumSource(names = {"FOLDER", "PIPE", "MISSING", "LINK_TO_NOTHING", "LINK_TO_A_DEVICE"})
    void aConfigurationThatIsNoFileIsMadeAnew(Damage damage) throws IOException {
        Path files = Files.createDirectory(data.resolve("postgres"));
        List<String> names = List.of("postgresql.conf", "postgresql.auto.conf", "pg_hba.conf", "pg_ident.conf");
        names.forEach(name -> damage.in(files.resolve(name)));
        new ClusterFiles(files).prepare();
        assertThat(names).allSatisfy(name -> assertThat(files.resolve(name)).isRegularFile());
        assertThat(files.resolve("pg_hba.conf")).hasContent("host all all 127.0.0.1/32 scram-sha-256");
    }

    @ParameterizedTest
    @EnumSource(names = {"PIPE", "LINK_TO_NOTHING", "LINK_TO_A_DEVICE", "FORBIDDEN"})
    void aFileOfTheDatabaseThatPostgresWouldWaitForIsTold(Damage damage) throws IOException {
        Path global = Files.createDirectories(data.resolve("postgres").resolve("global"));
        damage.in(global.resolve("pg_control"));
        assertThatThrownBy(() -> new ClusterFiles(data.resolve("postgres")).prepare())
                .isInstanceOf(NoOwnPostgresException.class)
                .hasMessageContaining(global.resolve("pg_control").toString());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LONG_GARBAGE", "FORBIDDEN"})
    void programsThatAreNotAsTheyWereUnpackedAreNoticed(Damage damage) throws IOException {
        Path folder = data.resolve("programs");
        Files.createDirectories(folder.resolve("bin"));
        Path program = Files.writeString(folder.resolve("bin").resolve("postgres"), "program");
        UnpackedFiles.note(folder);
        assertThat(UnpackedFiles.hold(folder)).isTrue();
        damage.in(program);
        assertThat(UnpackedFiles.hold(folder)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FOLDER", "PIPE", "GARBAGE", "MISSING"})
    void lastWordsAreReadFromFilesAlone(Damage damage) {
        damage.in(data.resolve("output"));
        damage.in(data.resolve("log"));
        assertThat(LastWords.of(data.resolve("output"), data.resolve("log"))).doesNotContain("Exception");
    }
}
