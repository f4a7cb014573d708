/** Which ruleset is live. */
@NullMarked
package io.subsidyrules.rulesets;

import org.jspecify.annotations.NullMarked;
