package io.subsidyrules.recording;

import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.engine.Answer;
import io.subsidyrules.engine.Request;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.Language;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An evaluated request that is to be recorded as a decision.
 *
 * @param caller the system that asks
 * @param key the caller's Idempotency-Key
 * @param language that of the texts in the result
 * @param sources those that the ruleset was made of
 * @param body the request as it was received, JSON
 * @param today the date of the evaluation where the request gives none
 * @param request the same, as the ruleset's reader read it
 * @param answer to it, with everything explained, where no project of it has an earlier award
 * @param result that answer as JSON in the language
 */
record Recording(
        UUID id,
        String caller,
        Optional<IdempotencyKey> key,
        Language language,
        Ruleset ruleset,
        RuleSources sources,
        String body,
        LocalDate today,
        Request request,
        Answer answer,
        String result) {}
