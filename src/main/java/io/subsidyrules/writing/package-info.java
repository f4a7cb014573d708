/** The writing of texts: characters that cannot be seen, texts that say the same, and texts that only look the same. */
@NullMarked
package io.subsidyrules.writing;

import org.jspecify.annotations.NullMarked;
