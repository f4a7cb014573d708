package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No locale of the machine reaches an answer: neither a Turkish i nor the digits of Egypt or Thailand. */
class LocaleTest {

    private static final Path RULES = LiveRules.FOLDER;

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai"})
    void theAnswersToAllScenariosAreTheSame(String tag) {
        List<String> expected = answers();
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(answers()).isEqualTo(expected);
    }

    private static List<String> answers() {
        try (Ruleset ruleset = Ruleset.of(SourceFolder.sources(RULES))) {
            ScenarioRunner runner = new ScenarioRunner(ruleset);
            return ScenarioFile.readAll(SourceFolder.sources(RULES)).stream()
                    .map(runner::answer)
                    .map(answer -> new String(AnswerWriter.bytes(answer, Language.ZH), StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
