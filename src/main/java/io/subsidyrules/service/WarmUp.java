package io.subsidyrules.service;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.sample.SamplePolicy;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Evaluates the sample policy once, while Quarkus starts on another core: most of the time that a first ruleset takes
 * is the loading of classes.
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
