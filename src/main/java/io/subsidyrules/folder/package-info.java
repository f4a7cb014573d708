/** A folder that others may write to, read so that nothing but its own plain files comes out of it. */
@NullMarked
package io.subsidyrules.folder;

import org.jspecify.annotations.NullMarked;
