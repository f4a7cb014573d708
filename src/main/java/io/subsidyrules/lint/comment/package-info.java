/** The comments in the files of a rules folder, and what each speaks of. */
@NullMarked
package io.subsidyrules.lint.comment;

import org.jspecify.annotations.NullMarked;
