package io.subsidyrules.attestation;

import io.subsidyrules.ledger.Entry;

/** The head of the ledger as JSON. */
record HeadView(long sequence, String hash, String recordedAt) {

    static HeadView of(Entry entry) {
        return new HeadView(entry.sequence(), entry.hash(), entry.time());
    }
}
