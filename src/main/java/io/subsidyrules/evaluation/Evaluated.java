package io.subsidyrules.evaluation;

import io.subsidyrules.engine.Answer;
import io.subsidyrules.engine.Request;
import io.subsidyrules.engine.Ruleset;

/** An answer, with the ruleset that gave it and the request that it is to. */
record Evaluated(Ruleset ruleset, Request request, Answer answer) {}
