/** Attacks on the reader of rule files, and honest files that only look like attacks. */
@NullMarked
package io.subsidyrules.hostile;

import org.jspecify.annotations.NullMarked;
