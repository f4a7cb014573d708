package io.subsidyrules.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.storage.DatabaseBusyException.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose turn it is to read. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ReaderTurnsTest {

    private final ReaderTurns turns = new ReaderTurns();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
        threads.shutdownNow();
    }

    @Test
    void oneExportTooManyIsRefusedBeforeItBegins() {
        for (int i = 0; i < 24; i++) {
            turns.beginExport();
        }
        refused(Kind.EXPORTS, turns::beginExport);
        turns.endExport();
        turns.beginExport();
    }

    @Test
    void anExportThatHasBegunGoesOnWhoeverElseReads() throws InterruptedException {
        occupied(6, turns::read);
        refused(Kind.READERS, () -> turns.read(() -> "page"));
        assertThat(turns.part(() -> "part")).isEqualTo("part");
    }

    @Test
    void whoeverWantsAPageDoesNotWaitForExports() throws InterruptedException {
        occupied(2, turns::part);
        assertThat(turns.read(() -> "page")).isEqualTo("page");
    }

    @Test
    void aPartWaitsUntilItsTurnComes() throws Exception {
        occupied(2, turns::part);
        CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> turns.part(() -> "part"), threads);
        refused(Kind.READERS, () -> {
            occupied(6, turns::read);
            turns.read(() -> "a second later");
        });
        assertThat(waiting).isNotDone();
        end.countDown();
        assertThat(waiting.get()).isEqualTo("part");
    }

    private interface Reading {
        String read(Supplier<String> reading);
    }

    private void occupied(int times, Reading reading) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(times);
        for (int i = 0; i < times; i++) {
            threads.execute(() -> reading.read(() -> {
                begun.countDown();
                try {
                    end.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                return "";
            }));
        }
        begun.await();
    }

    private static void refused(Kind kind, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(DatabaseBusyException.class, busy -> assertThat(busy.kind())
                .isEqualTo(kind));
    }
}
