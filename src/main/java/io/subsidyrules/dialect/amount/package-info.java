/** Binds amounts of rules: parts, tiers, and the bounds of what they are worked out from. */
package io.subsidyrules.dialect.amount;
