package io.subsidyrules.attestation;

import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.Times;

/** The head of the ledger as JSON. */
record HeadView(long sequence, String hash, String recordedAt) {

    static HeadView of(Head head) {
        return new HeadView(head.sequence(), head.hash(), Times.write(head.recordedAt()));
    }
}
