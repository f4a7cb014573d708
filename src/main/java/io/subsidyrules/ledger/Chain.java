package io.subsidyrules.ledger;

import io.subsidyrules.text.Text;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The chain of a ledger's entries, followed from a known one on. Each has the next sequence and the hash of the one before, each
 * key is signed by the one before, and the last entry of a commit is sealed by the key in force. A seal covers all before it, so
 * that the last one proves those too. Not for several threads at once.
 */
public final class Chain {

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
        return Optional.of(new Text(
                "The entry %s was altered: what is stored is not what has its hash.".formatted(sequence),
                "序号 %s 的记录被改动：存储的内容与其哈希值不符。".formatted(sequence)));
    }

    private Optional<Text> fault(Entry entry, String content) {
        long expected = head.sequence() + 1;
        if (entry.sequence() != expected) {
            return fault(
                    new Text("The entry %s is missing: in its place is the entry %s.", "缺少序号 %s 的记录：其位置上是序号 %s 的记录。"),
                    expected,
                    entry.sequence());
        }
        if (!entry.json().equals(content)) {
            return altered(expected);
        }
        if (!entry.previousHash().equals(head.hash())) {
            return fault(
                    new Text(
                            "The entry %s is not chained to the one before it: it, or the one before, was rewritten.",
                            "序号 %s 的记录未与前一条记录相链接：该记录或前一条记录被改写。"),
                    expected);
        }
        if (entry.recordedAt().isBefore(head.recordedAt())) {
            return fault(
                    new Text(
                            "The entry %s was recorded before the one in front of it, which the service never writes.",
                            "序号 %s 的记录时间早于前一条，服务不会写入这样的记录。"),
                    expected);
        }
        return entry.kind() == EntryKind.KEY && !follows(entry.key())
                ? fault(
                        new Text(
                                "The entry %s brings a key that the one before it has not signed.",
                                "序号 %s 的记录中的密钥未经前一密钥签名。"),
                        expected)
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
                .flatMap(end -> fault(
                        new Text(
                                "The seal of the entry %s is not one of the ledger's key: it was forged, or an entry before it.",
                                "序号 %s 的记录的封印不是由台账的密钥作出的：该记录或其前的记录是伪造的。"),
                        end.entry().sequence()));
    }

    private static Optional<Text> fault(Text pattern, Object... values) {
        return Optional.of(new Text(pattern.en().formatted(values), pattern.zh().formatted(values)));
    }
}
