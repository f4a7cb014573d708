/** Faults in files that policy staff write: where, what, and what to do about it. */
@NullMarked
package io.subsidyrules.fault;

import org.jspecify.annotations.NullMarked;
