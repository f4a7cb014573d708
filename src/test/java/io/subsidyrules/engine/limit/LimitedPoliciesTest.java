package io.subsidyrules.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.Explain;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published policies with limits, and the right answers to requests, which were worked out by hand. */
class LimitedPoliciesTest {

    private static final Ruleset RULES = Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/limits")));
    private static final JsonMapper JSON = new JsonMapper();

    private record Case(String name, JsonNode request, JsonNode expect) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String file : List.of("standards-award-cases.json", "appliance-cases.json")) {
            for (JsonNode one : JSON.readTree(
                    Files.readAllBytes(Path.of("src/test/resources/limit-cases").resolve(file)))) {
                if (!one.path("request").toString().contains("DigitalPurchase")) {
                    cases.add(new Case(one.path("name").textValue(), one.path("request"), one.path("expect")));
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAnswerIsTheRightOne(Case asked) throws IOException {
        Answer answer = RULES.evaluate(
                RULES.reader().read(JSON.writeValueAsBytes(asked.request()), LocalDate.of(2026, 1, 1)),
                Explain.SUMMARY);
        JsonNode expect = asked.expect();
        assertThat(answer.total().amount())
                .isEqualByComparingTo(expect.path("total").asText());
        if (expect.has("atStake")) {
            assertThat(answer.atStake().amount())
                    .isEqualByComparingTo(expect.path("atStake").asText());
        }
        for (ClaimAnswer claim : answer.claims()) {
            JsonNode right = expect.path("claims").path(claim.id());
            if (right.has("status")) {
                assertThat(claim.status().name()).isEqualTo(right.path("status").asText());
            }
            if (right.has("amount")) {
                assertThat(claim.amount().amount())
                        .isEqualByComparingTo(
                                new BigDecimal(right.path("amount").asText()));
            }
        }
    }
}
