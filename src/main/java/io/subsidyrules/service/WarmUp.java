package io.subsidyrules.service;

import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.engine.AnswerWriter;
import io.subsidyrules.engine.Explain;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * Evaluates a small policy of its own once, while Quarkus starts on another core: most of the time that a first ruleset
 * takes is the loading of classes.
 */
final class WarmUp {

    private WarmUp() {}

    static void run() {
        RuleSources sample = RuleSources.of(Map.of(
                "vocabulary/vocabulary.drl", text("vocabulary.drl"),
                "sample/sample.drl", text("sample.drl"),
                "sample/policy.yaml", text("policy.yaml")));
        try (Ruleset ruleset = Ruleset.of(sample)) {
            byte[] request = text("request.json").getBytes(StandardCharsets.UTF_8);
            AnswerWriter.bytes(
                    ruleset.evaluate(ruleset.reader().read(request, LocalDate.EPOCH), Explain.SUMMARY), Language.EN);
        }
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(WarmUp.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
