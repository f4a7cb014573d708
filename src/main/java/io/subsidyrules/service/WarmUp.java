package io.subsidyrules.service;

import io.subsidyrules.engine.AnswerWriter;
import io.subsidyrules.engine.Explain;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.Language;
import io.subsidyrules.sample.SamplePolicy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Evaluates the sample policy once, while Quarkus starts on another core: most of the time that a first ruleset takes is
 * the loading of classes.
 */
final class WarmUp {

    private WarmUp() {}

    static void run() {
        try (Ruleset ruleset = Ruleset.of(SamplePolicy.sources())) {
            byte[] request = SamplePolicy.request().getBytes(StandardCharsets.UTF_8);
            AnswerWriter.bytes(
                    ruleset.evaluate(ruleset.reader().read(request, LocalDate.EPOCH), Explain.SUMMARY), Language.EN);
        }
    }
}
