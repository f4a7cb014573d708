/** The facts of one request, their values, and the truth of conditions about them. */
@NullMarked
package io.subsidyrules.engine.fact;

import org.jspecify.annotations.NullMarked;
