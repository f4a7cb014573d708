/** The log of requests: who asked for what, and what came of it. */
@NullMarked
package io.subsidyrules.trace;

import org.jspecify.annotations.NullMarked;
