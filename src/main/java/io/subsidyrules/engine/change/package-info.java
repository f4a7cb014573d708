/** Changes of facts by which an item that is not eligible would be. */
@NullMarked
package io.subsidyrules.engine.change;

import org.jspecify.annotations.NullMarked;
