package io.subsidyrules.recording.write;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.project.RecordedRequest;
import io.subsidyrules.sample.SamplePolicy;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A decision on the sample policy that is recorded and taken back in one transaction, before the service says that it
 * is ready: the first decision of a process takes seconds, most of them for the loading of classes, and the first
 * caller would be answered that it did not come in time.
 */
final class Rehearsal {

    private static final String CALLER = "rehearsal";

    /** The day of the sample: nothing is decided as of a day to come. */
    private static final LocalDate SAMPLED = LocalDate.of(2023, 5, 1);

    private Rehearsal() {}

    /** Ends the transaction, so that nothing of it stays. */
    static final class OverException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OverException() {
            super("The rehearsal is over.", null, false, false);
        }
    }

    /** @param transaction records the task and takes it back */
    static void run(Consumer<LedgerTask> transaction) {
        RuleSources sources = SamplePolicy.sources();
        try (Ruleset ruleset = Ruleset.of(sources)) {
            LocalDate today = SAMPLED;
            String body = SamplePolicy.request();
            Request request = ruleset.reader().readRecorded(body.getBytes(StandardCharsets.UTF_8), today);
            Answer answer = ruleset.evaluate(request, Explain.FULL, EarlierAwards.EMPTY);
            transaction.accept(new LedgerTask.Decide(new PendingDecision(
                    UUID.randomUUID(),
                    CALLER,
                    Optional.of(IdempotencyKey.of(CALLER, CALLER, body.getBytes(StandardCharsets.UTF_8))),
                    Language.EN,
                    ruleset,
                    sources,
                    body,
                    today,
                    RecordedRequest.of(request, body),
                    ruleset.limitedAwards(request),
                    RecordedAnswer.of(answer, Language.EN))));
        }
    }
}
