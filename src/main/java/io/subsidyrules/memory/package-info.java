/** The end of a process that has no memory left. */
@NullMarked
package io.subsidyrules.memory;

import org.jspecify.annotations.NullMarked;
