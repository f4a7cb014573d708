/** Rules that can never hold. */
@NullMarked
package io.subsidyrules.dialect.check;

import org.jspecify.annotations.NullMarked;
