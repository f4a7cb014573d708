package io.subsidyrules.ledger.verify;

import io.subsidyrules.ledger.KeyRecord;
import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import java.util.Optional;

/**
 * The seals of an export, as a verifier meets them: from the first sealed entry on, the last entry is always sealed.
 */
final class SealTrail {

    private Optional<Long> first = Optional.empty();
    private long last;
    private long lastLine;
    private long checked;
    private long unchecked;

    /**
     * Takes in an entry that fits to the one before.
     *
     * @param inForce the key in force there; empty if it is not known
     */
    Optional<Finding> read(Line line, Optional<KeyRecord> inForce) {
        if (!line.hasSeal()) {
            return Optional.empty();
        }
        if (inForce.filter(key -> !line.isSealedBy(key.key())).isPresent()) {
            return Optional.of(Finding.of(FindingCode.SEAL_FORGED, line.number(), line.sequence(), last));
        }
        if (inForce.isPresent()) {
            checked++;
        } else {
            unchecked++;
        }
        first = first.or(() -> Optional.of(line.sequence()));
        last = line.sequence();
        lastLine = line.number();
        return Optional.empty();
    }

    /** @param end the sequence of the last entry */
    Optional<Finding> atTheEnd(long end) {
        return first.filter(from -> last < end)
                .map(from -> Finding.of(FindingCode.UNSEALED, lastLine + 1, last + 1, end, last));
    }

    Verification.Seals seen() {
        return new Verification.Seals(first, checked, unchecked);
    }
}
