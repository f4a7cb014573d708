package io.subsidyrules.recording.store;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.recording.AlteredLedgerException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A decision as it is recorded, with its revocations.
 *
 * @param revocations in their order
 */
public record RecordedDecision(Entry decision, List<Entry> revocations) {

    public RecordedDecision {
        revocations = List.copyOf(revocations);
    }

    /**
     * The decision of that sequence, which there is, within a transaction.
     *
     * @throws AlteredLedgerException if it, or a revocation of it, is not as it was written
     */
    public static RecordedDecision of(long sequence) {
        List<Long> revocations = StoredRevocation.ofDecision(sequence).stream()
                .map(revocation -> revocation.sequence)
                .toList();
        return stored(StoredEntry.of(sequence), StoredEntry.of(revocations));
    }

    /**
     * The decision that an entry is said to be, with the entries that are said to revoke it.
     *
     * @throws AlteredLedgerException if they are not
     */
    public static RecordedDecision stored(Entry decision, List<Entry> revocations) {
        if (decision.kind() != EntryKind.DECISION) {
            throw AlteredLedgerException.at(decision.sequence());
        }
        Object id = decision.members().get("id");
        for (Entry revocation : revocations) {
            if (revocation.kind() != EntryKind.REVOCATION
                    || !Objects.equals(revocation.members().get("decision"), id)) {
                throw AlteredLedgerException.at(revocation.sequence());
            }
        }
        return new RecordedDecision(decision, revocations);
    }

    /** Itself, where its id is this one; throws an {@link AlteredLedgerException} else. */
    public RecordedDecision holdTo(UUID id) {
        if (!id.toString().equals(decision.members().get("id"))) {
            throw AlteredLedgerException.at(decision.sequence());
        }
        return this;
    }

    public RecordedDecision with(Entry revocation) {
        return new RecordedDecision(
                decision,
                Stream.concat(revocations.stream(), Stream.of(revocation)).toList());
    }

    /** The same after the last entry of its commit got its seal. */
    public RecordedDecision with(Entry unsealed, Entry sealed) {
        return new RecordedDecision(
                decision.equals(unsealed) ? sealed : decision,
                revocations.stream()
                        .map(one -> one.equals(unsealed) ? sealed : one)
                        .toList());
    }

    public boolean isRevokedBy(UUID revocation) {
        return revocations.stream()
                .anyMatch(one -> revocation.toString().equals(one.members().get("id")));
    }

    /** Whether all of it is revoked, or that claim. */
    public boolean isRevoked(Optional<Integer> claim) {
        return revocations.stream()
                .map(one -> Optional.ofNullable(one.members().get("claims")))
                .anyMatch(claims -> claims.isEmpty()
                        || claim.filter(one -> claims.get() instanceof List<?> list && list.contains((long) one))
                                .isPresent());
    }
}
