/** The answer as a letter-like statement for people, as text and as HTML. */
@NullMarked
package io.subsidyrules.statement;

import org.jspecify.annotations.NullMarked;
