package io.subsidyrules.storage.postgres;

import static io.subsidyrules.storage.postgres.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.storage.data.RefusedStartException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data folders as they are found after copies, crashes and moves: the service runs its PostgreSQL on the files of its own
 * folder, and touches no other process.
 */
class CopiedFolderTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static OwnPostgres original;

    @BeforeAll
    static void start() throws Exception {
        original = OwnPostgres.in(folder.resolve("data"));
        ask(original, "create table kept as select 'original' as name");
    }

    @AfterAll
    static void stop() {
        original.close();
    }

    @Test
    void aCopyOfARunningFolderIsAnotherDatabase() throws Exception {
        Process server = Objects.requireNonNull(original.server());
        Path copy = copy("copy");
        assertThatThrownBy(() -> new OwnPostgresSockets(copy.toString()).createSocket())
                .isInstanceOf(ConnectException.class);
        try (OwnPostgres second = OwnPostgres.in(copy)) {
            assertThat(ask(second, "show data_directory"))
                    .isEqualTo(copy.resolve("postgres").toString());
            ask(second, "update kept set name = 'copy'");
            assertThat(ask(second, "select name from kept")).isEqualTo("copy");
            assertThat(ask(original, "select name from kept")).isEqualTo("original");
            assertThat(original.server()).isSameAs(server);
        }
        assertThat(server.isAlive()).isTrue();
        assertThat(ask(original, "show data_directory"))
                .isEqualTo(folder.resolve("data").resolve("postgres").toString());
    }

    @Test
    void aSecondServiceOnTheFolderIsToldWhoUsesIt() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("data"));
        assertThatThrownBy(() -> OwnPostgres.in(link))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("in use by another service")
                .hasMessageContaining("SUBSIDY_DATA");
        assertThat(Files.readString(link.resolve("postgres.lock")))
                .contains("process " + ProcessHandle.current().pid());
        assertThat(ask(original, "select name from kept")).isEqualTo("original");
    }

    @Test
    void aNumberThatWentToAnotherProgramIsLeftAlone() throws Exception {
        Process other = new ProcessBuilder("sleep", "120").start();
        try {
            Path copy = copy("reused");
            Path left = PostmasterFile.in(copy.resolve("postgres"));
            List<String> lines = Files.readAllLines(left);
            lines.set(0, Long.toString(other.pid()));
            lines.set(1, copy.resolve("postgres").toString());
            Files.write(left, lines);
            try (OwnPostgres second = OwnPostgres.in(copy)) {
                assertThat(ask(second, "select name from kept")).isEqualTo("original");
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void whatWasNotWrittenWholeDoesNotKeepItFromStarting() throws Exception {
        Path copy = copy("torn");
        Files.writeString(PostmasterFile.in(copy.resolve("postgres")), "");
        try (OwnPostgres second = OwnPostgres.in(copy)) {
            assertThat(ask(second, "select name from kept")).isEqualTo("original");
        }
    }

    @Test
    void aPortThatIsTakenMeanwhileIsChangedForAnother() throws Exception {
        Path copy = copy("port");
        int written;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            written = taken.getLocalPort();
            Files.writeString(copy.resolve("postgres.port"), Integer.toString(written));
            try (OwnPostgres second = OwnPostgres.in(copy)) {
                assertThat(ask(second, "show port")).isNotEqualTo(Integer.toString(written));
                assertThat(ask(second, "show data_directory")).startsWith(copy.toString());
            }
        }
    }

    @Test
    void aServerThatWasLeftRunningIsStoppedByWhateverNameItsFolderHasNow() throws Exception {
        Path copy = copy("killed");
        Files.delete(PostmasterFile.in(copy.resolve("postgres")));
        Process left = Cluster.at(copy, copy.resolve("postgres.password")).start(freePort());
        awaitReady(copy);
        Path moved = Files.move(copy, folder.resolve("moved"));
        try (OwnPostgres second = OwnPostgres.in(moved)) {
            assertThat(ask(second, "show data_directory")).startsWith(moved.toString());
            assertThat(left.isAlive()).isFalse();
        } finally {
            left.destroyForcibly();
        }
    }

    @Test
    void aServerThatCannotBeSeenKeepsASecondOneFromItsFiles() throws Exception {
        Path copy = copy("elsewhere");
        Process elsewhere =
                new ProcessBuilder("flock", copy.resolve("postgres.running").toString(), "sleep", "120").start();
        try (OwnPostgres second = OwnPostgres.in(copy)) {
            long until = System.nanoTime() + LONG_ENOUGH.toNanos();
            while (second.trouble().isEmpty() && System.nanoTime() < until) {
                Thread.sleep(20);
            }
            assertThat(second.trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("another container"));
            assertThat(PostmasterFile.in(copy.resolve("postgres"))).exists();
        } finally {
            elsewhere.descendants().forEach(ProcessHandle::destroyForcibly);
            elsewhere.destroyForcibly();
        }
    }

    private static Path copy(String name) throws Exception {
        Path copy = folder.resolve(name);
        assertThat(new ProcessBuilder("cp", "-a", folder.resolve("data").toString(), copy.toString())
                        .start()
                        .waitFor())
                .isZero();
        return copy;
    }

    private static void awaitReady(Path data) throws Exception {
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (PostmasterFile.of(Cluster.files(data))
                        .filter(PostmasterFile::ready)
                        .isEmpty()
                && System.nanoTime() < until) {
            Thread.sleep(20);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
