/** How texts are written: what cannot be seen in them, when two of them say the same, and when they only look the same. */
@NullMarked
package io.subsidyrules.writing;

import org.jspecify.annotations.NullMarked;
