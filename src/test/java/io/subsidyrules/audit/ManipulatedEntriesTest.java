package io.subsidyrules.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.audit.Difference.Kind;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.SigningKey;
import io.subsidyrules.recording.store.CountableAward;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.storage.postgres.OwnPostgres;
import io.subsidyrules.writing.LookAlikeForm;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The superuser of the database manipulates entries of a sealed ledger, each in every way: the comparison names what and where. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManipulatedEntriesTest {

    private static final int ENTRIES = 6;
    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

    private final OwnPostgres postgres;
    private final List<Entry> entries = new ArrayList<>();
    private Connection connection;

    ManipulatedEntriesTest(@TempDir Path data) {
        postgres = OwnPostgres.in(data);
    }

    /** Each entry brings another key, so that no table has rows of it; each is a commit of its own. */
    @BeforeAll
    void record() throws Exception {
        SigningKey key = SigningKey.generate();
        entries.add(Head.START.next(EntryKind.KEY, key.firstEntry(), START).sealedBy(key));
        for (int i = 1; i < ENTRIES; i++) {
            SigningKey next = SigningKey.generate();
            Entry unsealed =
                    Head.of(entries.get(i - 1)).next(EntryKind.KEY, key.rotationTo(next), START.plusSeconds(i));
            entries.add(unsealed.sealedBy(next));
            key = next;
        }
        connection = TestDatabase.connected(postgres.settings(), "postgres");
        Flyway.configure()
                .dataSource(
                        TestDatabase.url(postgres.settings(), "postgres"),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.username")),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.password")))
                .load()
                .migrate();
        sql().update("insert into project_form values (?)", LookAlikeForm.VERSION);
        sql().update("insert into countable_form values (?)", CountableAward.FORM);
        for (Entry entry : entries) {
            insert(entry);
        }
        connection.setAutoCommit(false);
    }

    @AfterAll
    void stop() throws SQLException {
        connection.close();
        postgres.close();
    }

    @AfterEach
    void nothingStays() throws SQLException {
        connection.rollback();
    }

    @Test
    void nothingIsFoundInWhatWasWritten() throws SQLException {
        assertThat(compare()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void anEntryThatLacksIsNamed(int sequence) throws SQLException {
        change("delete from ledger_entry where sequence = " + sequence);
        assertThat(compare()).contains(Difference.entry(Kind.ENTRY_MISSING, sequence));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void anEntryThatWasAlteredIsNamed(int sequence) throws SQLException {
        change("update ledger_entry set content = replace(content, '\"kty\"', '\"ktz\"') where sequence = " + sequence);
        assertThat(compare()).contains(Difference.entry(Kind.ENTRY_ALTERED, sequence));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void twoThatWereExchangedAreNamed(int sequence) throws SQLException {
        change("""
                update ledger_entry one set content = other.content, hash = other.hash, recorded_at = other.recorded_at
                from ledger_entry other
                where one.sequence in (%1$s, %1$s + 1) and other.sequence = 2 * %1$s + 1 - one.sequence""".formatted(sequence));
        assertThat(compare())
                .contains(
                        Difference.entry(Kind.ENTRY_ALTERED, sequence),
                        Difference.entry(Kind.ENTRY_ALTERED, sequence + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void oneThatWasHashedAnewIsNamedByItsNeighbour(int sequence) throws SQLException {
        replace(forged(sequence, entries.get(sequence - 2)));
        assertThat(compare()).contains(Difference.entry(Kind.ENTRY_UNCHAINED, sequence + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void allThatWereHashedAnewToTheEndAreNamedByTheSeal(int from) throws SQLException {
        Entry before = entries.get(from - 2);
        for (int sequence = from; sequence <= ENTRIES; sequence++) {
            before = forged(sequence, before);
            replace(before);
        }
        assertThat(compare()).contains(Difference.entry(Kind.ENTRY_UNSEALED, ENTRIES));
    }

    @Test
    void oneThatWasAppendedIsNamedWhetherItHasASealOrNot() throws SQLException {
        Entry forged = Head.of(entries.get(ENTRIES - 1))
                .next(EntryKind.KEY, SigningKey.generate().firstEntry(), START.plusSeconds(99));
        insert(forged);
        assertThat(compare()).contains(Difference.entry(Kind.ENTRY_UNSEALED, ENTRIES + 1));
    }

    /** The entry with a later time, behind another one, without a seal. */
    private Entry forged(int sequence, Entry before) {
        Entry entry = entries.get(sequence - 1);
        Map<String, Object> members = new HashMap<>(entry.members());
        return Entry.of(entry.kind(), members, sequence, entry.recordedAt().plusMillis(1), before.hash());
    }

    private void replace(Entry entry) throws SQLException {
        change("delete from ledger_entry where sequence = " + entry.sequence());
        insert(entry);
    }

    private void insert(Entry entry) throws SQLException {
        sql().update(
                        "insert into ledger_entry (sequence, kind, recorded_at, hash, content) values (?, ?, ?, ?, ?)",
                        entry.sequence(),
                        entry.kind().name(),
                        entry.recordedAt().atOffset(ZoneOffset.UTC),
                        entry.hash(),
                        entry.json());
    }

    private void change(String change) throws SQLException {
        sql().update("set local session_replication_role = replica");
        sql().update(change);
    }

    private List<Difference> compare() throws SQLException {
        Comparison comparison = new Comparison(new HashMap<>());
        while (!comparison.isEnded()) {
            comparison.next(connection);
        }
        return comparison.differences();
    }

    private Sql sql() {
        return new Sql(connection);
    }
}
