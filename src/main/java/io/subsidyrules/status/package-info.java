/** {@code GET /v1/rulesets/status}: which ruleset is live, and what is wrong with the rules folder. */
@NullMarked
package io.subsidyrules.status;

import org.jspecify.annotations.NullMarked;
