/** Decisions, made again. */
@NullMarked
package io.subsidyrules.recording.replay;

import org.jspecify.annotations.NullMarked;
