/** The names of facts and values in rules, looked up. */
@NullMarked
package io.subsidyrules.dialect.operand;

import org.jspecify.annotations.NullMarked;
