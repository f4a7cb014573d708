package io.subsidyrules.engine.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.subsidyrules.catalogue.FactTypeSchema;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.regression.Coverage;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.ScenarioRunner;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.regression.mutant.Mutants;
import io.subsidyrules.statement.Origin;
import io.subsidyrules.statement.StatementBuilder;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Lists of members in requests, answers, schemas, letters, mutants and what scenarios leave untried. */
class MemberRequestsTest {

    private static final Ruleset RULES = Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/members")));

    @AfterAll
    static void close() {
        RULES.close();
    }

    private static Request request(String workers) {
        return RULES.reader().read("""
                        {"asOf":"2024-01-01","applicant":{"id":"91130100MA0ABCDE10","rooms":2,"people":[{"age":61}]},
                         "claims":[{"type":"Jobs","id":"c1","quota":3,"cost":10,"workers":%s}]}
                        """.formatted(workers).getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
    }

    private static List<String> faults(String workers) {
        return catchThrowableOfType(RequestFaultsException.class, () -> request(workers)).faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    @Test
    void whatIsWrongInAListIsToldAtItsPlace() {
        assertThat(faults("[{\"months\":12},{\"months\":99},{\"month\":1},7]"))
                .containsExactly(
                        "/claims/0/workers/1/months OUT_OF_RANGE",
                        "/claims/0/workers/2/month UNKNOWN_MEMBER",
                        "/claims/0/workers/3 WRONG_TYPE");
        assertThat(faults("{}")).containsExactly("/claims/0/workers WRONG_TYPE");
        assertThat(faults("[{},{},{},{},{},{}]")).containsExactly("/claims/0/workers TOO_MANY");
        assertThat(request("[{},{},{},{},{}]").claimCount()).isEqualTo(1);
    }

    @Test
    void anAnswerHasEachMemberAtItsPlace() {
        Answer answer = RULES.evaluate(
                request("[{\"months\":12,\"insured\":true,\"wage\":1000},{\"months\":6,\"insured\":false}]"),
                Explain.FULL);
        String json = new String(AnswerWriter.bytes(answer, Language.EN), StandardCharsets.UTF_8);
        assertThat(json)
                .contains(
                        "\"pointer\":\"/claims/0/workers\",\"condition\":\"$hires >= 1\",\"text\":\"for at least one of"
                                + " the workers, the months of the contract is at least 12, and insured\",\"actual\":1")
                .contains("\"members\":[{\"pointer\":\"/claims/0/workers/0\",\"counted\":\"TRUE\"},"
                        + "{\"pointer\":\"/claims/0/workers/1\",\"counted\":\"FALSE\","
                        + "\"failed\":[\"months >= 12\",\"insured == true\"]}]");
    }

    @Test
    void aLetterSaysWhichMembersCount() {
        Request request = request("[{\"months\":12,\"insured\":true,\"wage\":1000},{\"months\":6,\"insured\":false}]");
        Answer answer = RULES.evaluate(request, Explain.CHANGES);
        String letter = StatementBuilder.of(
                        RULES, request, answer, Explain.CHANGES, Language.EN, new Origin.Evaluated(LocalDate.EPOCH))
                .toString();
        assertThat(letter)
                .contains("counted: 1; not counted: 2")
                .contains("Worker 1")
                .contains("months of the contract: 12");
    }

    @Test
    void aLetterNamesAMemberOnceThatIsCountedTwice() {
        Request request = RULES.reader().read("""
                        {"asOf":"2024-01-01","applicant":{"id":"91130100MA0ABCDE10","founded":"2020-01-01"},
                         "claims":[{"type":"Jobs","id":"c1","cost":10,"workers":[
                          {"hiredOn":"2021-01-01","wage":2000},{"hiredOn":"2019-01-01","wage":1000}]}]}
                        """.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
        Answer answer = RULES.evaluate(request, Explain.FULL);
        String letter = StatementBuilder.of(
                        RULES, request, answer, Explain.FULL, Language.EN, new Origin.Evaluated(LocalDate.EPOCH))
                .toString();
        assertThat(letter).contains("(counted: 1; not counted: 2)").doesNotContain("1, 1");
    }

    @Test
    void aSchemaHasTheMembersAsAnArrayOfObjects() {
        Vocabulary vocabulary = RULES.book().vocabulary();
        JsonNode workers = new FactTypeSchema(vocabulary, Language.ZH)
                .of(vocabulary.claim("Jobs").orElseThrow(), Currency.CNY, "/v1/claim-types/Jobs")
                .at("/properties/workers");
        assertThat(workers.path("type").toString()).isEqualTo("[\"array\",\"null\"]");
        assertThat(workers.path("maxItems").intValue()).isEqualTo(5);
        assertThat(workers.at("/items/title").textValue()).isEqualTo("员工");
        assertThat(workers.at("/items/properties/months/maximum").intValue()).isEqualTo(60);
        assertThat(workers.at("/items/additionalProperties").booleanValue()).isFalse();
    }

    @Test
    void aMutantNoLongerAsksMembersForACondition() {
        assertThat(Mutants.of(RULES.book()))
                .extracting(mutant -> mutant.change().en())
                .contains(
                        "Rule “counted”: of “workers”, it no longer asks for “months >= 12”.",
                        "Rule “counted”: of “workers”, it no longer asks for “insured == true”.",
                        "Rule “added up”: of “workers”, it no longer asks for “hiredOn >= $founded”.");
        Mutant mutant = Mutants.of(RULES.book()).stream()
                .filter(one -> one.change().en().endsWith("it no longer asks for “months >= 12”."))
                .findFirst()
                .orElseThrow();
        try (Ruleset changed = Ruleset.of(mutant.book())) {
            Request request = changed.reader().read("""
                            {"asOf":"2024-01-01","applicant":{"id":"91130100MA0ABCDE10"},
                             "claims":[{"type":"Jobs","id":"c1","quota":3,"workers":[{"months":1,"insured":true}]}]}
                            """.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
            assertThat(changed.evaluate(request, Explain.SUMMARY).total().amount())
                    .isEqualByComparingTo("1000");
        }
    }

    @Test
    void coverageAsksForMembersThatFailByEachCondition() {
        assertThat(Coverage.gaps(RULES, List.of()))
                .contains(
                        "No scenario in which a member fails only by months >= 12 for counted.",
                        "No scenario in which only insured is unknown for counted.");
    }

    @Test
    void scenariosGiveMembersAsAList() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path folder = Path.of("src/test/resources/members");
        for (String file : List.of(
                "vocabulary/facts.drl", "family-2024/claims.drl", "family-2024/rules.drl", "family-2024/policy.yaml")) {
            files.put(file, Files.readString(folder.resolve(file)));
        }
        files.put("family-2024/rules.scenarios.yaml", """
                asOf: 2024-01-01
                scenarios:
                  - name: two of three count
                    applicant: { id: "91130100MA0ABCDE10" }
                    claims:
                      - { type: Jobs, id: c1, quota: 3, workers: [
                          { months: 12, insured: true }, { months: 24, insured: true }, { months: 11, insured: true } ] }
                    expect: { items: { counted: { status: ELIGIBLE, amount: 2000.00 } } }
                """);
        RuleSources sources = RuleSources.of(files);
        try (Ruleset ruleset = Ruleset.of(sources)) {
            List<Scenario> scenarios = ScenarioFile.readAll(sources);
            ScenarioRunner runner = new ScenarioRunner(ruleset);
            assertThat(scenarios).hasSize(1).allSatisfy(one -> assertThat(runner.run(one))
                    .isEmpty());
            assertThat(Coverage.gaps(ruleset, scenarios))
                    .doesNotContain("No scenario in which a member fails only by months >= 12 for counted.")
                    .contains("No scenario in which a member fails only by insured == true for counted.");
        }
    }
}
