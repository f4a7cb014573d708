package io.subsidyrules.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.Refusals;
import io.subsidyrules.storage.DatabaseFailures;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why something was not recorded, also where no example can be sent for it: the database is not away to order. */
class NotRecordedMapperTest {

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = EnumSource.Mode.EXCLUDE, names = "FAILED")
    void theContractHasAnExampleOfEachReason(Reason reason) throws IOException {
        LocalisedProblem problem = (LocalisedProblem) new NotRecordedMapper().toProblem(Refusals.of(reason));
        assertThat(examples()).contains(problem.detail().en());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoeverOnlyReadsIsToldSoWhereTheDatabaseIsAway(Language language) throws IOException {
        LocalisedProblem read = (LocalisedProblem) new DatabaseAwayMapper().toProblem(DatabaseFailures.away());
        LocalisedProblem recorded = (LocalisedProblem) new NotRecordedMapper().toProblem(Refusals.of(Reason.AWAY));
        assertThat(read.detail().in(language)).isNotEqualTo(recorded.detail().in(language));
        assertThat(read.getHeaders()).containsEntry("Retry-After", 2);
        assertThat(examples()).contains(read.detail().in(language));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"AWAY", "FULL", "IN_DOUBT", "IN_PROGRESS"})
    void whatMayBeSentAgainSaysWhen(Reason reason) {
        assertThat(new NotRecordedMapper().toProblem(Refusals.of(reason)).getHeaders())
                .containsKey("Retry-After");
    }

    /** The contract with the examples that stand beside it, as text. */
    private static String examples() throws IOException {
        StringBuilder examples = new StringBuilder(Files.readString(Path.of("openapi.yaml")));
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/contract"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                examples.append(Files.readString(file));
            }
        }
        return examples.toString();
    }
}
