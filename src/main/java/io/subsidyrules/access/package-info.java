/** Who calls, in which roles, and what they may see. */
@NullMarked
package io.subsidyrules.access;

import org.jspecify.annotations.NullMarked;
