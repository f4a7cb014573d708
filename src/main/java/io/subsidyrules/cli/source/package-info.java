/** Rule files as commands change them: their layout, differences of texts, and files that are written. */
@NullMarked
package io.subsidyrules.cli.source;

import org.jspecify.annotations.NullMarked;
