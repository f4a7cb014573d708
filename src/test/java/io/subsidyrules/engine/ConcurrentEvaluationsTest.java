package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Threads that evaluate at one time, from the first moment of a ruleset on, get the same answers. */
class ConcurrentEvaluationsTest {

    private static final RuleSources RULES = SourceFolder.sources(FirstPolicy.FOLDER);
    private static final int RULESETS = 40;
    private static final int THREADS = 4;
    private static final int EVALUATIONS = 300;

    private static final byte[] REQUEST = SentRequest.request(
                    List.of(SentClaim.hosted("c1", "ISO 1"), SentClaim.hosted("c2", "ISO 2")))
            .json()
            .getBytes(StandardCharsets.UTF_8);

    /** Drools' sessions without locks lost a firing in one of seven thousand evaluations here. */
    @Test
    void noFiringIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Set<String> answers = new HashSet<>();
            for (int i = 0; i < RULESETS; i++) {
                try (Ruleset ruleset = Ruleset.of(RULES)) {
                    CyclicBarrier start = new CyclicBarrier(THREADS);
                    Callable<Set<String>> evaluations = () -> {
                        start.await();
                        return answers(ruleset);
                    };
                    for (Future<Set<String>> each : threads.invokeAll(
                            Stream.generate(() -> evaluations).limit(THREADS).toList())) {
                        answers.addAll(each.get());
                    }
                }
            }
            assertThat(answers).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Set<String> answers(Ruleset ruleset) {
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < EVALUATIONS; i++) {
            byte[] answer = AnswerWriter.bytes(
                    ruleset.evaluate(ruleset.reader().read(REQUEST, LocalDate.of(2023, 5, 1)), Explain.SUMMARY),
                    Language.EN);
            answers.add(new String(answer, StandardCharsets.UTF_8));
        }
        return answers;
    }
}
