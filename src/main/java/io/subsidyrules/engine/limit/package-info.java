/** Limits over several awards, applied to what the rules decided. */
@NullMarked
package io.subsidyrules.engine.limit;

import org.jspecify.annotations.NullMarked;
