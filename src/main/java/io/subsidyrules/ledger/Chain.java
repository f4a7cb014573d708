package io.subsidyrules.ledger;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The chain of a ledger's entries, followed from a known one on. Each has the next sequence and the hash of the one
 * before, each key is signed by the one before, and the last entry of a commit is sealed by the key in force. A seal
 * covers all before it, so that the last one proves those too. Not for several threads at once.
 */
public final class Chain {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Chain.class);

    private final Predicate<KeyRecord> trusted;
    private Head head;
    private Optional<KeyRecord> key;
    private Optional<Entry> last = Optional.empty();
    private Optional<End> sealed = Optional.empty();

    /**
     * The end of a chain.
     *
     * @param entry the last one
     * @param key the one in force there; empty if the ledger names none yet
     */
    public record End(Entry entry, Optional<KeyRecord> key) {}

    /**
     * The chain that goes on from a known entry.
     *
     * @param key the one in force there
     * @param trusted which keys are taken though the one before has not signed them, as where it was lost
     */
    public Chain(Head known, Optional<KeyRecord> key, Predicate<KeyRecord> trusted) {
        this.head = known;
        this.key = key;
        this.trusted = trusted;
    }

    /**
     * Takes in the next entry, as it is stored.
     *
     * @return what is wrong with it; then it is not taken in
     */
    public Optional<Text> follow(String content) {
        Entry entry;
        try {
            entry = Entry.read(content);
        } catch (IllegalArgumentException altered) {
            return altered(head.sequence() + 1);
        }
        Optional<Text> fault = fault(entry, content);
        if (fault.isEmpty()) {
            if (entry.kind() == EntryKind.KEY) {
                key = Optional.of(entry.key());
            }
            head = Head.of(entry);
            last = Optional.of(entry);
            if (entry.seal().isPresent()) {
                sealed = Optional.of(new End(entry, key));
            }
        }
        return fault;
    }

    /** Says that an entry is not what its hash says. */
    public static Optional<Text> altered(long sequence) {
        return Optional.of(TEXTS.text("altered", sequence));
    }

    private Optional<Text> fault(Entry entry, String content) {
        long expected = head.sequence() + 1;
        if (entry.sequence() != expected) {
            return Optional.of(TEXTS.text("missing", expected, entry.sequence()));
        }
        if (!entry.json().equals(content)) {
            return altered(expected);
        }
        if (!entry.previousHash().equals(head.hash())) {
            return Optional.of(TEXTS.text("unchained", expected));
        }
        if (entry.recordedAt().isBefore(head.recordedAt())) {
            return Optional.of(TEXTS.text("clockBack", expected));
        }
        return entry.kind() == EntryKind.KEY && !follows(entry.key())
                ? Optional.of(TEXTS.text("keyUnsigned", expected))
                : Optional.empty();
    }

    private boolean follows(KeyRecord next) {
        return key.map(before -> before.signedOverTo(next))
                        .orElse(next.rotation().isEmpty())
                || trusted.test(next);
    }

    /** The last sealed entry that was taken in; empty if none is. Its seal is checked by {@link #forged}. */
    public Optional<End> sealed() {
        return sealed;
    }

    /** The last entry that was taken in, with the key in force there; empty if none was. */
    public Optional<End> end() {
        return last.map(entry -> new End(entry, key));
    }

    /** Says what is wrong with the seal of the last sealed entry that was taken in. */
    public Optional<Text> forged() {
        return sealed.filter(end ->
                        end.key().filter(by -> end.entry().isSealedBy(by.key())).isEmpty())
                .map(end -> TEXTS.text("forged", end.entry().sequence()));
    }
}
