package io.subsidyrules.recording.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.recording.AlteredLedgerException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** An entry of the ledger as the database holds it: its canonical JSON, and what it is found by. */
@Entity
@Immutable
@Table(name = "ledger_entry")
public class StoredEntry extends PanacheEntityBase {

    private static final String LINES = """
            select sequence, content
            from (select sequence, content,
                         sum(octet_length(content)) over (order by sequence) - octet_length(content) as before
                  from (select sequence, content from ledger_entry
                        where sequence between ? and ? order by sequence limit ?) page) sized
            where before < ? order by sequence""";

    @Id
    public long sequence;

    public String kind = "";

    @Column(name = "recorded_at")
    public Instant recordedAt = Instant.EPOCH;

    public String hash = "";

    /** With its hash. */
    public String content = "";

    /** An empty entry, which Hibernate, or who reads rows by hand, fills. */
    public StoredEntry() {}

    public StoredEntry(Entry entry) {
        this.sequence = entry.sequence();
        this.kind = entry.kind().name();
        this.recordedAt = entry.recordedAt();
        this.hash = entry.hash();
        this.content = entry.json();
    }

    public static Optional<StoredEntry> last() {
        return StoredEntry.<StoredEntry>find("order by sequence desc").firstResultOptional();
    }

    /**
     * The entry of that sequence, which there is.
     *
     * @throws AlteredLedgerException if it is not there, or not as it was written
     */
    public static Entry of(long sequence) {
        return StoredEntry.<StoredEntry>findByIdOptional(sequence)
                .orElseThrow(() -> AlteredLedgerException.at(sequence))
                .entry();
    }

    /** The entries of these sequences; the same as each of them by {@link #of(long)}. */
    public static List<Entry> of(List<Long> sequences) {
        if (sequences.isEmpty()) {
            return List.of();
        }
        Map<Long, StoredEntry> found = new HashMap<>();
        for (StoredEntry one : StoredEntry.<StoredEntry>list("sequence in ?1", sequences)) {
            found.put(one.sequence, one);
        }
        return sequences.stream()
                .map(sequence -> Optional.ofNullable(found.get(sequence))
                        .orElseThrow(() -> AlteredLedgerException.at(sequence))
                        .entry())
                .toList();
    }

    /** The version of the ruleset that the ledger names last. */
    public static Optional<String> lastRuleset() {
        return lastRulesetEntry().map(last -> (String) last.members().get("ruleset"));
    }

    /** The entry of the ruleset that the ledger names last. */
    public static Optional<Entry> lastRulesetEntry() {
        return StoredEntry.<StoredEntry>find("kind = 'RULESET' order by sequence desc")
                .firstResultOptional()
                .map(StoredEntry::entry);
    }

    /** The entries of the signing keys, the first one first. */
    public static List<Entry> keys() {
        return StoredEntry.<StoredEntry>list("kind = 'KEY' order by sequence").stream()
                .map(StoredEntry::entry)
                .toList();
    }

    /** An entry as it is stored, which nobody has looked at. */
    public record Line(long sequence, String content) {}

    /** The next ones, in their order: so many, and fewer where they are large, but one at least where there is one. */
    public static List<Line> lines(long from, long to, int most, long bytes) {
        return getSession().doReturningWork(connection -> new Sql(connection)
                .query(
                        LINES,
                        row -> new Line(row.getLong("sequence"), row.getString("content")),
                        from,
                        to,
                        most,
                        bytes));
    }

    /**
     * The content that it records.
     *
     * @throws AlteredLedgerException if it is not as it was written
     */
    public Entry entry() {
        try {
            Entry entry = Entry.read(content);
            if (entry.sequence() == sequence
                    && entry.kind().name().equals(kind)
                    && entry.recordedAt().equals(recordedAt)
                    && entry.hash().equals(hash)) {
                return entry;
            }
        } catch (IllegalArgumentException altered) {
            throw AlteredLedgerException.at(sequence, altered);
        }
        throw AlteredLedgerException.at(sequence);
    }
}
