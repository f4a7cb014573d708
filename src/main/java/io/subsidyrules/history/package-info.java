/** {@code /v1/rulesets}: the rulesets that ever decided, and the files that each was made of. */
@NullMarked
package io.subsidyrules.history;

import org.jspecify.annotations.NullMarked;
