package io.subsidyrules.recording.write;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.project.RecordedRequest;
import io.subsidyrules.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An evaluated request that is to be recorded as a decision. Many wait at a time, so it holds what is recorded and no
 * more.
 *
 * @param caller the system that asks
 * @param key the caller's Idempotency-Key
 * @param language that of the texts in the result
 * @param sources those that the ruleset was made of
 * @param body the request as it was received, JSON
 * @param today the date of the evaluation where the request gives none
 * @param application what the request says, as the ruleset's reader read it
 * @param limited the recorded awards that the limits of the ruleset count for it
 * @param result of it, with everything explained, where no project of it has an earlier award and limits count none
 */
record PendingDecision(
        UUID id,
        String caller,
        Optional<IdempotencyKey> key,
        Language language,
        Ruleset ruleset,
        RuleSources sources,
        String body,
        LocalDate today,
        RecordedRequest application,
        List<AwardQuery> limited,
        RecordedAnswer result) {

    PendingDecision {
        limited = List.copyOf(limited);
    }
}
