/**
 * The dialect of rule files: {@code .drl} text in, a {@link io.subsidyrules.dialect.RuleBook} out. What the dialect
 * does not name is refused, with file, line, column and a remedy. Nothing of a file's text is ever compiled or run.
 */
@NullMarked
package io.subsidyrules.dialect;

import org.jspecify.annotations.NullMarked;
