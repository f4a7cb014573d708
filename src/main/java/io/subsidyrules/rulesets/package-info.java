/** The ruleset that is live, and the rules folder that it comes from. */
@NullMarked
package io.subsidyrules.rulesets;

import org.jspecify.annotations.NullMarked;
