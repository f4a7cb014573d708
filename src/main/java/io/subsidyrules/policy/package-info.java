/**
 * The content of a policy: plain records, money, texts in both languages, and the faults of the files they come from.
 */
@NullMarked
package io.subsidyrules.policy;

import org.jspecify.annotations.NullMarked;
