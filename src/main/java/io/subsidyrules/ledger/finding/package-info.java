/** The faults that an export of the ledger can have, in words. */
@NullMarked
package io.subsidyrules.ledger.finding;

import org.jspecify.annotations.NullMarked;
