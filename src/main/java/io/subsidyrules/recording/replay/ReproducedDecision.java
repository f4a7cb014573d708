package io.subsidyrules.recording.replay;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.recording.store.RecordedDecision;

/**
 * A recorded decision with the answer made again that it records: the same items, outcomes and amounts.
 *
 * @param ruleset the one that decided
 */
public record ReproducedDecision(RecordedDecision recorded, Ruleset ruleset, Request request, Answer answer) {}
