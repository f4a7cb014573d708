/** Decisions and revocations, appended to the ledger. */
@NullMarked
package io.subsidyrules.recording.write;

import org.jspecify.annotations.NullMarked;
