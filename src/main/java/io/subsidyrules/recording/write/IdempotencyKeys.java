package io.subsidyrules.recording.write;

import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.store.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency keys in progress, of one process; {@link Table} has those that were recorded. A key belongs to its
 * caller and to the bytes of one request, and means one of four things:
 *
 * <ul>
 *   <li>{@link New}: the caller never used it. The request is decided.
 *   <li>{@link InProgress}: the same request is being recorded, or it is not known yet whether it was. The caller is to
 *       ask again soon (409).
 *   <li>{@link Recorded}: the same request was recorded. Its decision is the answer, whatever the rules say by now.
 *   <li>{@link OtherBody}: another request of the caller has it (422).
 * </ul>
 *
 * <p>A request that is refused gives its key back. One that is recorded keeps it for good: rows of the table
 * {@code idempotency_key} are never changed or deleted, and its primary key refuses what two services would record at
 * once. A request whose content has faults by today's rules is still answered with its decision if it was recorded
 * before.
 *
 * <p>Safe for many threads.
 */
final class IdempotencyKeys {

    private final ConcurrentMap<IdempotencyKey.Name, IdempotencyKey> inProgress = new ConcurrentHashMap<>();

    /** The meaning of a key for one request. */
    sealed interface Meaning {

        /** The reason to refuse the request, if it can be neither decided nor answered. */
        default Optional<Reason> refusal() {
            return Optional.empty();
        }

        /** The sequence of the entry that records the request, if it was recorded. */
        default Optional<Long> entry() {
            return Optional.empty();
        }

        /**
         * This meaning, of a request that is not refused.
         *
         * @throws NotRecordedException if it is
         */
        default Meaning orRefuse() {
            refusal().ifPresent(reason -> {
                throw new NotRecordedException(reason);
            });
            return this;
        }
    }

    /** The caller never used the key. */
    record New() implements Meaning {}

    /** The same request waits to be recorded. */
    record InProgress() implements Meaning {
        @Override
        public Optional<Reason> refusal() {
            return Optional.of(Reason.IN_PROGRESS);
        }
    }

    /** The same request was recorded, in the entry of that sequence. */
    record Recorded(long sequence) implements Meaning {
        @Override
        public Optional<Long> entry() {
            return Optional.of(sequence);
        }
    }

    /** The key was used for another request. */
    record OtherBody() implements Meaning {
        @Override
        public Optional<Reason> refusal() {
            return Optional.of(Reason.KEY_REUSED);
        }
    }

    /** The meaning of a key among those in progress. */
    Meaning meaning(IdempotencyKey key) {
        return inProgress(key, inProgress.get(key.name()));
    }

    /** Takes a key for its request, until {@link #release}, if it is new among those in progress. */
    Meaning take(IdempotencyKey key) {
        return inProgress(key, inProgress.putIfAbsent(key.name(), key));
    }

    private static Meaning inProgress(IdempotencyKey key, @Nullable IdempotencyKey other) {
        return other == null ? new New() : meaning(key, other.fingerprint(), new InProgress());
    }

    private static Meaning meaning(IdempotencyKey key, String fingerprint, Meaning same) {
        return fingerprint.equals(key.fingerprint()) ? same : new OtherBody();
    }

    /** Gives back a key that was taken: its request is recorded, or will not be. */
    void release(IdempotencyKey key) {
        inProgress.remove(key.name());
    }

    /** The recorded keys that a transaction looks up, and those that it adds. One thread at a time may use it. */
    static final class Table {

        private final Map<IdempotencyKey.Name, Use> uses = new HashMap<>();

        /** The request that a key was used for, and the entry that records it. */
        private record Use(String fingerprint, long sequence) {}

        /** Looks these up. */
        void load(List<IdempotencyKey> keys, Sql sql) throws SQLException {
            if (keys.isEmpty()) {
                return;
            }
            sql.query(
                    """
                    select caller, key, encode(fingerprint, 'hex') as fingerprint, sequence
                    from unnest(?::text[], ?::text[]) as asked (caller, key)
                    join idempotency_key using (caller, key)""",
                    row -> uses.put(
                            new IdempotencyKey.Name(row.getString("caller"), row.getString("key")),
                            new Use(row.getString("fingerprint"), row.getLong("sequence"))),
                    new Sql.Values(
                            "text", keys.stream().map(IdempotencyKey::caller).toList()),
                    new Sql.Values(
                            "text", keys.stream().map(IdempotencyKey::key).toList()));
        }

        /** The meaning of a key that was looked up. */
        Meaning meaning(IdempotencyKey key) {
            Use use = uses.get(key.name());
            return use == null
                    ? new New()
                    : IdempotencyKeys.meaning(key, use.fingerprint(), new Recorded(use.sequence()));
        }

        /** The sequence of the entry that records this very request, if it was recorded. */
        static Optional<Long> recorded(IdempotencyKey key, Sql sql) throws SQLException {
            Table table = new Table();
            table.load(List.of(key), sql);
            return table.meaning(key).entry();
        }

        /** A key is recorded with its request. */
        void add(IdempotencyKey key, long sequence) {
            uses.put(key.name(), new Use(key.fingerprint(), sequence));
        }
    }
}
