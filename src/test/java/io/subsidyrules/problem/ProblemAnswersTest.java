package io.subsidyrules.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("http")
class ProblemAnswersTest {

    @Inject
    ProblemAnswers answers;

    @Test
    void aRequestWhoseHeadIsLateIsAnsweredWithAnIdAndWithWhatFitsHeadAndBody() {
        String answer =
                new String(answers.bytes(LocalisedProblem.of(ProblemType.REQUEST_TIMEOUT)), StandardCharsets.UTF_8);
        assertThat(answer)
                .startsWith("HTTP/1.1 408 Request not complete\r\n")
                .containsPattern("\r\nX-Request-Id: [0-9a-f-]{36}\r\n")
                .contains("The request did not arrive in full");
    }
}
