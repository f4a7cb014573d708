/** The projects that were paid for, and what was awarded. */
@NullMarked
package io.subsidyrules.recording.project;

import org.jspecify.annotations.NullMarked;
