/** The keys by which systems show who they are. */
@NullMarked
package io.subsidyrules.access.key;

import org.jspecify.annotations.NullMarked;
