/** JSON as answers are written: straight into bytes, with parts that are encoded once. */
@NullMarked
package io.subsidyrules.json;

import org.jspecify.annotations.NullMarked;
