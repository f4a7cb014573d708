/** The result of a decision as its entry keeps it: the text, compressed, and in clear what it decides. */
@NullMarked
package io.subsidyrules.ledger.result;

import org.jspecify.annotations.NullMarked;
