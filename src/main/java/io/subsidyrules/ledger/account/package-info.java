/**
 * The account that the entries of a ledger give: what was decided, paid and revoked, and whether one contradicts
 * another.
 */
@NullMarked
package io.subsidyrules.ledger.account;

import org.jspecify.annotations.NullMarked;
