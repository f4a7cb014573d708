/** The ruleset that is kept for the next start. */
@NullMarked
package io.subsidyrules.rulesets.kept;

import org.jspecify.annotations.NullMarked;
