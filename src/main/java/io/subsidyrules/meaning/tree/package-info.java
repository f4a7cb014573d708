/** The search through classes of values, with evaluations that say where to stop. */
@NullMarked
package io.subsidyrules.meaning.tree;

import org.jspecify.annotations.NullMarked;
