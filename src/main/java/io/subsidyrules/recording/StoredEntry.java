package io.subsidyrules.recording;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.subsidyrules.ledger.Entry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** An entry of the ledger as the database holds it: its canonical JSON, and what it is found by. */
@Entity
@Immutable
@Table(name = "ledger_entry")
public class StoredEntry extends PanacheEntityBase {

    @Id
    public long sequence;

    public String kind = "";

    @Column(name = "recorded_at")
    public Instant recordedAt = Instant.EPOCH;

    public String hash = "";

    /** With its hash. */
    public String content = "";

    /** For Hibernate. */
    protected StoredEntry() {}

    StoredEntry(Entry entry) {
        this.sequence = entry.sequence();
        this.kind = entry.kind().name();
        this.recordedAt = entry.recordedAt();
        this.hash = entry.hash();
        this.content = entry.json();
    }

    static Optional<StoredEntry> last() {
        return StoredEntry.<StoredEntry>find("order by sequence desc").firstResultOptional();
    }

    static StoredEntry of(long sequence) {
        return StoredEntry.<StoredEntry>findByIdOptional(sequence).orElseThrow();
    }

    static List<StoredEntry> of(List<Long> sequences) {
        return sequences.isEmpty() ? List.of() : list("sequence in ?1 order by sequence", sequences);
    }

    /** The version of the ruleset that the ledger names last. */
    static Optional<String> lastRuleset() {
        return StoredEntry.<StoredEntry>find("kind = 'RULESET' order by sequence desc")
                .firstResultOptional()
                .map(last -> (String) last.entry().members().get("ruleset"));
    }

    /** The entries of the signing keys, the first one first. */
    static List<Entry> keys() {
        return StoredEntry.<StoredEntry>list("kind = 'KEY' order by sequence").stream()
                .map(StoredEntry::entry)
                .toList();
    }

    /** The contents of the next ones, in their order: so many, and fewer where they are large, but one at least. */
    static List<String> contents(long from, long to, int most, long bytes) {
        return getSession()
                .createNativeQuery("""
                        select content from (select sequence, content,
                                                    sum(octet_length(content)) over (order by sequence)
                                                        - octet_length(content) as before
                                             from (select sequence, content from ledger_entry
                                                   where sequence between ?1 and ?2 order by sequence limit ?3) page) sized
                        where before < ?4 order by sequence""", String.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, most)
                .setParameter(4, bytes)
                .getResultList();
    }

    /** The entry of the decision which a key was used for, with the very same request. */
    static Optional<Long> sequenceOf(IdempotencyKey key) {
        return getSession()
                .createNativeQuery(
                        "select sequence from idempotency_key where caller = ?1 and key = ?2 and fingerprint = decode(?3, 'hex')",
                        Long.class)
                .setParameter(1, key.caller())
                .setParameter(2, key.key())
                .setParameter(3, key.fingerprint())
                .getResultStream()
                .findFirst();
    }

    Entry entry() {
        return Entry.read(content);
    }
}
