/** The rows of the database. */
@NullMarked
package io.subsidyrules.recording.store;

import org.jspecify.annotations.NullMarked;
