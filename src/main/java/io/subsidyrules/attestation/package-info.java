/** The ledger as another office fetches it, to check what was recorded. */
@NullMarked
package io.subsidyrules.attestation;

import org.jspecify.annotations.NullMarked;
