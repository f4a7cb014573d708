/** Small wrong changes of a rule book, which scenarios should notice. */
@NullMarked
package io.subsidyrules.regression.mutant;

import org.jspecify.annotations.NullMarked;
