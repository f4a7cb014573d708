/** The verifier of exports, which runs without the service. */
@NullMarked
package io.subsidyrules.ledger.verify;

import org.jspecify.annotations.NullMarked;
