/** How many requests a caller may send in a time. */
@NullMarked
package io.subsidyrules.access.rate;

import org.jspecify.annotations.NullMarked;
