/** The append-only ledger: hashed and chained entries, signed checkpoints, and the verifier of an export. */
@NullMarked
package io.subsidyrules.ledger;

import org.jspecify.annotations.NullMarked;
