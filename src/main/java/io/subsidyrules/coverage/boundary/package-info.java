/** Boundaries of numbers, dates and amounts, and what can happen on their sides. */
@NullMarked
package io.subsidyrules.coverage.boundary;

import org.jspecify.annotations.NullMarked;
