package io.subsidyrules.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the head that is kept beside the key. */
class HeadFileTest {

    @TempDir
    Path folder;

    private final KeptHead head = new KeptHead("a".repeat(64), 7, "b".repeat(64), Optional.of("k"));

    private HeadFile file() {
        return new HeadFile(folder.resolve("ledger-key.pem"));
    }

    @Test
    void aHeadIsReadAsItWasWritten() throws IOException {
        assertThat(file().read()).isEmpty();
        file().write(head, true);
        assertThat(file().read()).contains(head);
        KeptHead withoutKey = new KeptHead("a".repeat(64), 8, "c".repeat(64), Optional.empty());
        file().write(withoutKey, false);
        assertThat(file().read()).contains(withoutKey);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("ledger-key.pem.head"));
        }
    }

    @Test
    void aFileThatIsTornIsNoHead() throws IOException {
        file().write(head, true);
        byte[] whole = Files.readAllBytes(file().path());
        // Without the end of its line it is whole.
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file().path(), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> file().read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
        }
        Files.write(file().path(), new byte[whole.length]);
        assertThatThrownBy(() -> file().read()).hasMessageContaining("damaged");
        Files.write(file().path(), new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> file().read()).hasMessageContaining("damaged");
        Files.write(file().path(), new byte[10_000]);
        assertThatThrownBy(() -> file().read()).hasMessageContaining("longer than");
    }

    @Test
    void whatIsNoFileIsNoHead() throws IOException {
        Files.createDirectory(file().path());
        assertThatThrownBy(() -> file().read()).hasMessageContaining("no file");
        file().write(head, false);
        assertThat(file().read()).contains(head);
    }

    @Test
    void whoReadsWhileItIsWrittenFindsAWholeHead() throws Exception {
        file().write(head, false);
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Boolean>> written = new ArrayList<>();
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            for (int writer = 0; writer < 2; writer++) {
                HeadFile own = file();
                written.add(writers.submit(() -> {
                    for (long sequence = 8; !done.get(); sequence++) {
                        own.write(new KeptHead("a".repeat(64), sequence, "b".repeat(64), Optional.of("k")), false);
                    }
                    return true;
                }));
            }
            HeadFile reader = file();
            for (int i = 0; i < 500; i++) {
                assertThat(reader.read()).isPresent();
            }
        } finally {
            done.set(true);
            writers.shutdown();
            assertThat(writers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        for (Future<Boolean> one : written) {
            assertThat(one.get()).isTrue();
        }
    }
}
