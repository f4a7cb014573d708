/** {@code POST /v1/evaluate}. */
@NullMarked
package io.subsidyrules.evaluation;

import org.jspecify.annotations.NullMarked;
