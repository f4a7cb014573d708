package io.subsidyrules.recording.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.storage.postgres.OwnPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that was recorded before commits were sealed is taken as it is, and goes on with seals. */
class UnsealedLedgerTest {

    @Test
    void itIsTakenVerifiesAndGoesOnWithSeals(@TempDir Path folder) throws Exception {
        Path key = folder.resolve("ledger-key.pem");
        UnsealedLedger.copyKey(key);
        try (OwnPostgres postgres = OwnPostgres.in(folder.resolve("data"))) {
            UnsealedLedger.fill(postgres.settings());
            try (Connection connection = TestDatabase.connected(postgres.settings(), "postgres")) {
                List<String> before = lines(connection);
                UnsealedLedger.migrate(postgres.settings());
                assertThat(lines(connection)).isEqualTo(before).hasSize(UnsealedLedger.ENTRIES);
                goesOn(key, connection);
                assertThat(refusal(key, connection)).as("started again").isEmpty();
                verified(lines(connection));
                insert(next(connection), connection);
                assertThat(refusal(key, connection))
                        .as("from now on, what has no seal")
                        .contains(Reason.ALTERED_LEDGER);
            }
        }
    }

    private static void goesOn(Path key, Connection connection) throws Exception {
        HeadKeeper keeper = new HeadKeeper(key);
        try {
            LedgerSigner signing = new LedgerSigner(key);
            LedgerContinuity continuity =
                    new LedgerContinuity(keeper, signing, new SuspectEntries(), new AuditReport(0));
            assertThat(continuity.refusal(new Sql(connection))).isEmpty();
            assertThat(continuity.end().head().sequence()).isEqualTo(UnsealedLedger.ENTRIES);
            insert(
                    next(connection)
                            .sealedBy(signing.inForce(continuity.end().key()).orElseThrow()),
                    connection);
            assertThat(continuity.refusal(new Sql(connection))).isEmpty();
            assertThat(continuity.end().head().sequence()).isEqualTo(UnsealedLedger.ENTRIES + 1);
        } finally {
            keeper.close();
        }
    }

    private static Optional<Reason> refusal(Path key, Connection connection) throws Exception {
        HeadKeeper keeper = new HeadKeeper(key);
        try {
            return new LedgerContinuity(keeper, new LedgerSigner(key), new SuspectEntries(), new AuditReport(0))
                    .refusal(new Sql(connection));
        } finally {
            keeper.close();
        }
    }

    private static void verified(List<String> lines) throws Exception {
        Checkpoint checkpoint = Checkpoint.read(UnsealedLedger.text("checkpoint.json"));
        Verification seen = new Verifier(
                        List.of(checkpoint), Optional.of(Keys.read(UnsealedLedger.text("keys.json"))), 1)
                .verify(new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(seen.finding()).isEmpty();
        assertThat(seen.met()).containsExactly(checkpoint);
        assertThat(seen.seals()).isEqualTo(new Verification.Seals(Optional.of(UnsealedLedger.ENTRIES + 1L), 1, 0));
    }

    /** A ruleset that comes next. */
    private static Entry next(Connection connection) throws SQLException {
        List<String> lines = lines(connection);
        Entry last = Entry.read(lines.get(lines.size() - 1));
        return Entry.of(
                EntryKind.RULESET,
                Map.of("ruleset", "a".repeat(64)),
                last.sequence() + 1,
                Instant.parse("2026-12-01T01:00:00Z"),
                last.hash());
    }

    private static void insert(Entry entry, Connection connection) throws SQLException {
        new Sql(connection)
                .update(
                        "insert into ledger_entry (sequence, kind, recorded_at, hash, content) values (?, ?, ?, ?, ?)",
                        entry.sequence(),
                        entry.kind().name(),
                        entry.recordedAt().atOffset(ZoneOffset.UTC),
                        entry.hash(),
                        entry.json());
    }

    private static List<String> lines(Connection connection) throws SQLException {
        return new Sql(connection).query("select content from ledger_entry order by sequence", row -> row.getString(1));
    }
}
