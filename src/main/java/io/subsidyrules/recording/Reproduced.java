package io.subsidyrules.recording;

import io.subsidyrules.engine.Answer;
import io.subsidyrules.engine.Request;
import io.subsidyrules.engine.Ruleset;

/**
 * A recorded decision with the answer made again that it records: the same items, outcomes and amounts.
 *
 * @param ruleset the one that decided
 */
public record Reproduced(Recorded recorded, Ruleset ruleset, Request request, Answer answer) {}
