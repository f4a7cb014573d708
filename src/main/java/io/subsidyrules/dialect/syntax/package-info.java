/** Rule files from text to syntax tree; names are not looked up yet. */
@NullMarked
package io.subsidyrules.dialect.syntax;

import org.jspecify.annotations.NullMarked;
