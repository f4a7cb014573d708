/** Limits on the work under way: a budget of memory, lanes with turns, and a measure of the recording. */
@NullMarked
package io.subsidyrules.admission;

import org.jspecify.annotations.NullMarked;
