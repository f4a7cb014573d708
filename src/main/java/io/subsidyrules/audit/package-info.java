/** The comparison, in the background, of the ledger's entries with each other and of every table with the entries. */
@NullMarked
package io.subsidyrules.audit;

import org.jspecify.annotations.NullMarked;
