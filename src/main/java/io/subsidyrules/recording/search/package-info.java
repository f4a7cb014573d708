/** Decisions and entries, found and listed. */
@NullMarked
package io.subsidyrules.recording.search;

import org.jspecify.annotations.NullMarked;
