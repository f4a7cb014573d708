/** All scenarios of a rules folder, run side by side. */
@NullMarked
package io.subsidyrules.suite;

import org.jspecify.annotations.NullMarked;
