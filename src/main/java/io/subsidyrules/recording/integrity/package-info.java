/** Whether the ledger is as this service left it, and may be written to and signed. */
@NullMarked
package io.subsidyrules.recording.integrity;

import org.jspecify.annotations.NullMarked;
