/** Errors as RFC 9457 problem details, in the language asked for. */
@NullMarked
package io.subsidyrules.problem;

import org.jspecify.annotations.NullMarked;
