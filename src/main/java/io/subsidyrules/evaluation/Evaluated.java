package io.subsidyrules.evaluation;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.request.Request;
import java.time.LocalDate;

/**
 * An answer, with the ruleset that gave it and the request that it is to.
 *
 * @param made the day on which it was given
 */
record Evaluated(Ruleset ruleset, Request request, Answer answer, LocalDate made) {}
