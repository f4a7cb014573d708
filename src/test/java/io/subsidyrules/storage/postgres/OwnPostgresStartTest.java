package io.subsidyrules.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's own PostgreSQL before it runs: nobody waits for it, and a stop leaves nothing of it behind. */
class OwnPostgresStartTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    @Test
    void itsSettingsAreKnownBeforeAnythingOfItIsThere() {
        try (OwnPostgres prepared = OwnPostgres.preparedIn(data)) {
            assertThat(prepared.settings()).containsKey("quarkus.datasource.jdbc.url");
            assertThat(prepared.isOpen()).isFalse();
            assertThat(prepared.trouble()).isEmpty();
            assertThat(data.resolve("postgres")).doesNotExist();
            assertThat(processes()).isEmpty();
        }
    }

    @Test
    void oneThatWasStoppedBeforeItsStartGivesTheFolderBackAndIsNotStarted() {
        OwnPostgres postgres = OwnPostgres.preparedIn(data);
        postgres.close();
        postgres.start();
        postgres.close();
        assertThat(postgres.server()).isNull();
        assertThat(data.resolve("postgres")).doesNotExist();
        OwnPostgres.preparedIn(data).close();
    }

    /** While its programs are unpacked, while its files are made, while the server starts; then it starts all the same. */
    @Test
    void aStopInTheMidstOfAFirstStartLeavesNoProcess() throws Exception {
        assertThat(stopped(() -> Files.exists(data.resolve("postgres-%s.new".formatted(PostgresBinaries.version()))))
                        .server())
                .isNull();
        assertThat(stopped(() -> Files.exists(data.resolve("postgres.new"))).server())
                .isNull();
        try (OwnPostgres postgres = OwnPostgres.in(data)) {
            assertThat(Asking.ask(postgres, "select 1")).isEqualTo("1");
        }
        stopped(() -> Files.exists(data.resolve("postgres").resolve("postmaster.pid")));
        try (OwnPostgres postgres = OwnPostgres.in(data)) {
            assertThat(Asking.ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    /** Starts it, and stops it as soon as this is so. */
    private OwnPostgres stopped(BooleanSupplier moment) throws InterruptedException {
        OwnPostgres postgres = OwnPostgres.in(data);
        await(moment);
        postgres.close();
        await(() -> processes().isEmpty());
        return postgres;
    }

    /** The processes that were started with a path below the data folder. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(command -> command.contains(data.toString()))
                        .isPresent())
                .toList();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(5);
        }
    }
}
