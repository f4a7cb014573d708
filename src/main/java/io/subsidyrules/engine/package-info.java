/** Rules in, answers out: the compiled {@link io.subsidyrules.engine.Ruleset}, requests, evaluation and answers. */
@NullMarked
package io.subsidyrules.engine;

import org.jspecify.annotations.NullMarked;
