/** The rules of a policy beside the list of its clauses. */
@NullMarked
package io.subsidyrules.dialect.clause;

import org.jspecify.annotations.NullMarked;
