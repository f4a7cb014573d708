/** From the syntax tree to the model: names looked up, types checked. */
@NullMarked
package io.subsidyrules.dialect.bind;

import org.jspecify.annotations.NullMarked;
