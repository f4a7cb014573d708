/** The access record: who read which decisions. */
@NullMarked
package io.subsidyrules.recording.access;

import org.jspecify.annotations.NullMarked;
