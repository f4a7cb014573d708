/** The rulesets that ever decided. */
@NullMarked
package io.subsidyrules.recording.archive;

import org.jspecify.annotations.NullMarked;
