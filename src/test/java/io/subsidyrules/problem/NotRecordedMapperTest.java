package io.subsidyrules.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why something was not recorded, also where no example can be sent for it: the database is not away to order. */
class NotRecordedMapperTest {

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = EnumSource.Mode.EXCLUDE, names = "FAILED")
    void theContractHasAnExampleOfEachReason(Reason reason) throws IOException {
        LocalisedProblem problem = (LocalisedProblem) new NotRecordedMapper().toProblem(Refusals.of(reason));
        assertThat(Files.readString(Path.of("openapi.yaml")))
                .contains(problem.detail().en());
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"AWAY", "FULL", "IN_DOUBT"})
    void whatMayBeSentAgainSaysWhen(Reason reason) {
        assertThat(new NotRecordedMapper().toProblem(Refusals.of(reason)).getHeaders())
                .containsKey("Retry-After");
    }
}
