package io.subsidyrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only looks like an attack is read, built and evaluated like any other rule file. */
class HonestFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/honest");

    @ParameterizedTest
    @MethodSource("files")
    void itIsReadBuiltAndEvaluated(Path file) throws IOException {
        RuleSources sources = Specimen.with("specimen-2022/" + file.getFileName(), Files.readAllBytes(file));
        assertThat(Tried.of(sources)).isEmpty();
        assertThat(Dialect.read(sources).version()).isNotEqualTo(Specimen.SOURCES.version());
    }

    @Test
    void aPolicyMayBeChineseThroughout() {
        try (Ruleset ruleset = Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/chinese")))) {
            assertThat(asked(ruleset, "{\"type\": \"园林\", \"id\": \"一号\", \"名称\": \"东湖\", \"等级\": \"国家级\"}"))
                    .contains("\"/claims/0/面积\"", "\"国家级园林奖励\"", "\"河北-园林-2022\"", "UNDETERMINED");
            assertThat(asked(
                            ruleset,
                            "{\"type\": \"园林\", \"id\": \"一号\", \"名称\": \"东湖\", \"等级\": \"国家级\", \"面积\": 101}"))
                    .contains("\"total\":1000.00", "ELIGIBLE");
        }
    }

    @AfterAll
    static void theCanaryHasNotSung() {
        assertThat(System.getProperty(Canary.SONG)).as("the canary's song").isNull();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return List.copyOf(files.sorted().toList()).stream();
        }
    }

    private static String asked(Ruleset ruleset, String claim) {
        String request =
                "{\"applicant\": {\"id\": \"91130100MA0ABCDE10\", \"已上市\": true}, \"claims\": [%s]}".formatted(claim);
        Answer answer = ruleset.evaluate(
                ruleset.reader().read(request.getBytes(StandardCharsets.UTF_8), LocalDate.of(2024, 2, 29)),
                Explain.FULL);
        return new String(AnswerWriter.bytes(answer, Language.ZH), StandardCharsets.UTF_8);
    }
}
