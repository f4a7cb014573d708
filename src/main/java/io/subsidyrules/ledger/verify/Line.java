package io.subsidyrules.ledger.verify;

import com.fasterxml.jackson.core.io.JsonEOFException;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Json;
import io.subsidyrules.ledger.Times;
import io.subsidyrules.ledger.VerifyingKey;
import io.subsidyrules.ledger.result.ResultText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A line of an export, which need not be an entry. */
final class Line {

    /** Whether a line could be read as JSON, and where it could not, whether only its end lacks. */
    enum State {
        READABLE,
        UNREADABLE,
        CUT
    }

    private final long number;
    private final State state;
    private final Map<String, Object> members;
    private final String computed;

    private Line(long number, State state, Map<String, Object> members, String computed) {
        this.number = number;
        this.state = state;
        this.members = members;
        this.computed = computed;
    }

    /** @param ended whether the line has an end of line */
    static Line read(long number, byte[] bytes, boolean ended) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Map<String, Object> members = Json.read(text);
            return new Line(number, State.READABLE, members, Entry.hashOf(members));
        } catch (JsonEOFException cut) {
            return new Line(number, State.CUT, Map.of(), "");
        } catch (IOException | IllegalArgumentException notAnEntry) {
            return new Line(number, ended ? State.UNREADABLE : State.CUT, Map.of(), "");
        }
    }

    static Line tooLong(long number) {
        return new Line(number, State.UNREADABLE, Map.of(), "");
    }

    long number() {
        return number;
    }

    State state() {
        return state;
    }

    /** Whether the hash in it is that of its members. */
    boolean isIntact() {
        return state == State.READABLE && computed.equals(members.get(Entry.HASH));
    }

    boolean hasSeal() {
        return members.containsKey(Entry.SEAL);
    }

    /** Whether it has a seal that this key made. */
    boolean isSealedBy(VerifyingKey key) {
        return Entry.isSealedBy(key, members);
    }

    /** 0 if it has none. */
    long sequence() {
        return members.get(Entry.SEQUENCE) instanceof Long sequence ? sequence : 0;
    }

    /** The hash of its members. */
    String hash() {
        return computed;
    }

    /** Whether it is chained to an entry with this hash. */
    boolean follows(String hash) {
        return hash.equals(members.get(Entry.PREVIOUS_HASH));
    }

    /** The first member that lacks, does not belong there or has not its form. */
    Optional<String> fault() {
        return Entry.fault(members);
    }

    /** The first member that does not say what the text of a decision's result does. */
    Optional<String> disagreement() {
        return EntryKind.DECISION.name().equals(members.get(Entry.KIND))
                ? ResultText.disagreement(members)
                : Optional.empty();
    }

    /** The members, of which {@link #fault} need not be empty. */
    Map<String, Object> members() {
        return members;
    }

    Instant recordedAt() {
        return Times.read(members.getOrDefault(Entry.RECORDED_AT, "")).orElse(Instant.EPOCH);
    }

    /** Whether it would be intact with this sequence: then it had it once. */
    boolean wasIntactAs(long sequence) {
        Map<String, Object> then = new TreeMap<>(members);
        then.put(Entry.SEQUENCE, sequence);
        return Entry.hashOf(then).equals(members.get(Entry.HASH));
    }
}
