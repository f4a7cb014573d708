/** How much work the service takes on at a time: a budget of memory, lanes with turns, and a measure of the recording. */
@NullMarked
package io.subsidyrules.admission;

import org.jspecify.annotations.NullMarked;
