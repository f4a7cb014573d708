/** Binds amounts of rules: their parts, tiers, and the bounds of the numbers in them. */
@NullMarked
package io.subsidyrules.dialect.amount;

import org.jspecify.annotations.NullMarked;
