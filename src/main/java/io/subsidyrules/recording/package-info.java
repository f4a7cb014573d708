/** The recording of decisions: many at a time in one transaction, each once, each after the one before it. */
@NullMarked
package io.subsidyrules.recording;

import org.jspecify.annotations.NullMarked;
