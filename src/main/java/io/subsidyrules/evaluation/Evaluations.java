package io.subsidyrules.evaluation;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.recording.write.Decisions;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Answers the bodies of requests with the live ruleset, on the thread that asks. */
@ApplicationScoped
class Evaluations {

    private final LiveRuleset live;
    private final Decisions decisions;
    private final EvaluationMetrics metrics;
    private final Clock clock;

    Evaluations(LiveRuleset live, Decisions decisions, EvaluationMetrics metrics, Clock clock) {
        this.live = live;
        this.decisions = decisions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * How a request is to be answered.
     *
     * @param shown the depth of the explanation
     * @param consulted whether the answer counts what was awarded before, as a decision would
     */
    record Asked(AnswerForm form, Explain shown, boolean consulted, Language language) {}

    /**
     * The bytes of the answer.
     *
     * @throws io.subsidyrules.engine.request.UnreadableRequestException if the body is not a JSON object in UTF-8
     * @throws io.subsidyrules.engine.request.RequestFaultsException if its content has faults
     * @throws io.subsidyrules.rulesets.NoRulesetException if no ruleset is live
     */
    byte[] answer(byte[] body, Asked asked) {
        long began = System.nanoTime();
        try {
            Evaluated evaluated = evaluated(body, asked);
            byte[] bytes = asked.form().bytes(evaluated, asked.shown(), asked.language());
            metrics.answered(evaluated.answer(), System.nanoTime() - began);
            return bytes;
        } catch (RuntimeException | Error failure) {
            metrics.failed(failure, System.nanoTime() - began);
            throw failure;
        }
    }

    /** The longest time in nanoseconds that a summary for a body of so many bytes and claims can take. */
    long longest(int bytes, int claims) {
        return live.state()
                .live()
                .map(rules -> rules.ruleset().cost().nanos(bytes, claims))
                .orElse(0L);
    }

    private Evaluated evaluated(byte[] body, Asked asked) {
        Ruleset ruleset = live.current();
        LocalDate today = LocalDate.now(clock);
        Request request = ruleset.reader().read(body, today);
        Explain depth = asked.form().explained(asked.shown());
        Answer answer = asked.consulted()
                ? ruleset.evaluate(request, depth, decisions.earlierAwards(ruleset, request, body))
                : ruleset.evaluate(request, depth);
        return new Evaluated(ruleset, request, answer, today);
    }
}
