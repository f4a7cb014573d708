package io.subsidyrules.recording.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.storage.postgres.OwnPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded after a start waits for the newest entries to be compared, and not for ever. */
class AuditReportTest {

    private static final long START = -5;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AuditReport report = new AuditReport(10);

    @Test
    void recordingWaitsUntilTheNewestEntriesAreCompared() {
        assertThat(report.isAwaited(START)).isTrue();
        report.tell(progress(AuditReport.NEWEST - 1, Optional.empty()));
        assertThat(report.isAwaited(START + SECOND)).isTrue();
        report.tell(progress(AuditReport.NEWEST, Optional.empty()));
        assertThat(report.isAwaited(START + 2 * SECOND)).isFalse();
    }

    @Test
    void aSmallLedgerIsComparedAsAWhole() {
        report.tell(progress(3, Optional.of(Instant.EPOCH)));
        assertThat(report.isAwaited(START)).isFalse();
    }

    /** A comparison that begins anew, as after every whole one, holds nobody up. */
    @Test
    void itIsTheFirstComparisonAloneThatIsAwaited() {
        report.tell(progress(AuditReport.NEWEST, Optional.empty()));
        assertThat(report.isAwaited(START)).isFalse();
        report.tell(progress(0, Optional.empty()));
        assertThat(report.isAwaited(START)).isFalse();
    }

    @Test
    void aComparisonThatDoesNotComeByIsNotAwaitedForLong() {
        long longest = AuditReport.LONGEST_WAIT.toNanos();
        assertThat(report.isAwaited(START)).isTrue();
        assertThat(report.isAwaited(START + longest)).isTrue();
        assertThat(report.isAwaited(START + longest + 1)).isFalse();
    }

    @Test
    void whereThereAreNoComparisonsNoneIsAwaited() {
        assertThat(new AuditReport(0).isAwaited(START)).isFalse();
    }

    @Test
    void theLedgerIsNeitherOpenNorSignedUntilThen(@TempDir Path folder) throws Exception {
        Path key = folder.resolve("ledger-key.pem");
        HeadKeeper keeper = new HeadKeeper(key);
        try (OwnPostgres postgres = OwnPostgres.in(folder.resolve("data"));
                Connection connection = TestDatabase.connected(postgres.settings(), "postgres")) {
            UnsealedLedger.migrate(postgres.settings());
            Sql sql = new Sql(connection);
            LedgerContinuity continuity =
                    new LedgerContinuity(keeper, new LedgerSigner(key), new SuspectEntries(), report);
            assertThat(continuity.refusal(sql)).contains(Reason.CATCHING_UP);
            assertThat(continuity.isOpen()).isFalse();
            assertThat(continuity.reason().orElseThrow()).contains("has not yet compared the newest entries");
            report.tell(progress(3, Optional.of(Instant.EPOCH)));
            assertThat(continuity.refusal(sql)).isEmpty();
            assertThat(continuity.isOpen()).isTrue();
            assertThat(continuity.reason()).isEmpty();
        } finally {
            keeper.close();
        }
    }

    private static AuditReport.Progress progress(long compared, Optional<Instant> whole) {
        return new AuditReport.Progress(Instant.EPOCH, compared, 1_000_000, 0, whole);
    }
}
