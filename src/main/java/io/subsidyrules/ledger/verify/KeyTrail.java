package io.subsidyrules.ledger.verify;

import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.KeyRecord;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.ledger.finding.FindingCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of a ledger in the order of its KEY entries, as a verifier meets them. Those given beforehand count; where
 * none are given, those of the entries.
 */
final class KeyTrail {

    private final Optional<Keys> given;
    private final long from;
    private final Set<String> seen = new HashSet<>();
    private Optional<KeyRecord> newest;

    KeyTrail(Optional<Keys> given, long from) {
        this.given = given;
        this.from = from;
        this.newest = given.flatMap(keys -> keys.inForceAt(from - 1));
        given.ifPresent(keys -> keys.keys().forEach(key -> seen.add(key.keyId())));
    }

    /** Takes in a well-formed entry; gives what is wrong with its key. */
    Optional<FindingCode> read(Line line) {
        Optional<KeyRecord> listed = given.flatMap(keys -> keys.recordedAt(line.sequence()));
        if (!EntryKind.KEY.name().equals(line.members().get(Entry.KIND))) {
            return listed.map(key -> FindingCode.KEY_UNKNOWN);
        }
        KeyRecord key = KeyRecord.of(line.members(), line.sequence());
        boolean expected =
                given.filter(keys -> line.sequence() <= keys.lastSequence()).isPresent();
        if (expected && !listed.equals(Optional.of(key))) {
            return Optional.of(FindingCode.KEY_UNKNOWN);
        }
        boolean vouchedFor = expected || (newest.isPresent() ? newest.get().signedOverTo(key) : isFirst(key));
        newest = Optional.of(key);
        seen.add(key.keyId());
        return vouchedFor ? Optional.empty() : Optional.of(FindingCode.KEY_UNSIGNED);
    }

    /** The newest key that was read, or is given for what is before the export; empty if none is known. */
    Optional<KeyRecord> inForce() {
        return newest;
    }

    /** Whether the key in force at its sequence, up to which all entries are read, signed the checkpoint. */
    boolean signed(Checkpoint checkpoint) {
        return newest.filter(key -> checkpoint.isSignedBy(key.key())).isPresent();
    }

    /** Whether a key that was read, or is given, signed the checkpoint of an entry that is not there. */
    boolean signedBeyond(Checkpoint checkpoint) {
        Optional<KeyRecord> inForce = given.filter(keys ->
                        keys.lastSequence() > newest.map(KeyRecord::sequence).orElse(0L))
                .flatMap(keys -> keys.inForceAt(checkpoint.sequence()))
                .or(() -> newest);
        return inForce.filter(key -> checkpoint.isSignedBy(key.key())).isPresent();
    }

    /** Whether a key of that id was read or is given. */
    boolean knows(String keyId) {
        return seen.contains(keyId);
    }

    /** In an export from the middle, the previous key may be before it. */
    private boolean isFirst(KeyRecord key) {
        return from > 1 || key.rotation().isEmpty();
    }
}
