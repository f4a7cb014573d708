/** The limits of all policies, held against the items whose awards they count. */
@NullMarked
package io.subsidyrules.dialect.limit;

import org.jspecify.annotations.NullMarked;
