/** The points of the rules that scenarios should try, and those that they do try. */
@NullMarked
package io.subsidyrules.coverage;

import org.jspecify.annotations.NullMarked;
