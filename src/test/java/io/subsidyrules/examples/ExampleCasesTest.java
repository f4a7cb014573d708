package io.subsidyrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples answer the requests of their {@code cases.json} right, whose answers were worked out by hand. */
class ExampleCasesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Ruleset RULES = Ruleset.of(Examples.SOURCES);

    private record Case(String policy, JsonNode of) {

        JsonNode expect() {
            return of.path("expect");
        }

        @Override
        public String toString() {
            return policy + ": " + of.path("name").textValue();
        }
    }

    @AfterAll
    static void close() {
        RULES.close();
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String policy : Examples.policies()) {
            Path file = Examples.FOLDER.resolve(policy).resolve("cases.json");
            JSON.readTree(Files.readAllBytes(file)).forEach(of -> cases.add(new Case(policy, of)));
        }
        return cases;
    }

    @Test
    void thereAreFiftyThreeOfSixPolicies() throws IOException {
        assertThat(cases().stream().map(Case::policy).distinct()).hasSize(6);
        assertThat(cases()).hasSize(53);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAnswerIsTheRightOne(Case asked) throws IOException {
        JsonNode answer = answer(asked);
        for (String sum : List.of("total", "atStake")) {
            if (asked.expect().has(sum)) {
                assertSame(asked.expect().path(sum), answer.path(sum), sum);
            }
        }
        asked.expect().path("claims").properties().forEach(expected -> {
            JsonNode claim = claim(answer, expected.getKey());
            assertThat(claim.path("status"))
                    .as(expected.getKey())
                    .isEqualTo(expected.getValue().path("status"));
            if (expected.getValue().has("amount")) {
                assertSame(expected.getValue().path("amount"), claim.path("amount"), expected.getKey());
            }
        });
    }

    private static JsonNode answer(Case asked) throws IOException {
        byte[] request = JSON.writeValueAsBytes(asked.of().path("request"));
        Answer answer = RULES.evaluate(RULES.reader().read(request, LocalDate.of(2026, 1, 1)), Explain.SUMMARY);
        return JSON.readTree(AnswerWriter.bytes(answer, Language.EN));
    }

    private static JsonNode claim(JsonNode answer, String id) {
        for (JsonNode claim : answer.path("claims")) {
            if (claim.path("id").asText().equals(id)) {
                return claim;
            }
        }
        throw new AssertionError("The answer has no claim %s: %s".formatted(id, answer));
    }

    private static void assertSame(JsonNode expected, JsonNode sum, String name) {
        assertThat(new BigDecimal(sum.asText())).as(name).isEqualByComparingTo(expected.asText());
    }
}
