package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.keyed;
import static io.subsidyrules.api.Api.portal;
import static io.subsidyrules.api.Api.replay;
import static io.subsidyrules.api.Api.revoked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.storage.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions under a limit of 1,000,000 yuan a year for each firm, and evaluations by what is recorded. */
@QuarkusTest
@Tag("http")
@TestProfile(LimitsTest.Rules.class)
class LimitsTest {

    private static final int AT_ONCE = 100;
    private static final int LONGEST_REQUEST_TIMES = 10;
    private static final int OF_EVERY_ENTRY = 4_096;

    private final String firm = "firm " + UUID.randomUUID();

    /** The service on rules with limits. */
    public static final class Rules implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("subsidy.rules", "src/test/resources/recorded-limits", "subsidy.data", "target/limits-data");
        }
    }

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    /** 30,000 yuan each: thirty-three are paid whole, one gets what is left, the others nothing. */
    @Test
    void aHundredDecisionsAtOnceShareALimitToTheFen() throws Exception {
        List<String> ids = atOnce(() -> {
            String key = UUID.randomUUID().toString();
            String body = body("2025-05-01", project("30000.01"));
            Response answer = keyed(key).body(body).post("/v1/decisions");
            while (answer.statusCode() != 201) {
                assertThat(answer.statusCode()).isIn(409, 429, 503);
                answer = keyed(key).body(body).post("/v1/decisions");
            }
            return answer.path("id");
        });
        assertThat(ids).doesNotHaveDuplicates().hasSize(AT_ONCE);
        List<Entry> entries = entries(ids);
        assertThat(entries.stream().map(entry -> new BigDecimal(text("total", entry))))
                .usingElementComparator(BigDecimal::compareTo)
                .containsOnly(new BigDecimal("30000.01"), new BigDecimal("9999.67"), BigDecimal.ZERO);
        assertThat(entries.stream()
                        .map(entry -> new BigDecimal(text("total", entry)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1000000.00");
        for (int i = 0; i < entries.size(); i += 9) {
            replay(ids.get(i)).then().statusCode(200).body("same", equalTo(true), "sameTexts", equalTo(true));
        }
        assertVerified();
        for (Entry entry : entries) {
            int request = text("request", entry).length();
            assertThat(entry.json().length()).isLessThan(LONGEST_REQUEST_TIMES * request + OF_EVERY_ENTRY);
        }
    }

    @Test
    void whatWasCountedIsInTheDecisionAndAReplayNeedsNoMore() {
        Response first = decided("2025-05-01", project("400000"), project("400000"));
        first.then().body("$", not(hasKey("countedAwards")));
        Response second = decided("2025-05-02", project("400000"));
        second.then()
                .body("result.total", equalTo(200_000.0f), "result.earlierAwards", equalTo("CONSULTED"))
                .body("countedAwards.size()", equalTo(2))
                .body("countedAwards[0].decision", equalTo(first.path("id")))
                .body("countedAwards[0].sameApplicant", equalTo(true))
                .body("countedAwards[1].claim", equalTo(1))
                .body("countedAwards[1].amount", equalTo(400_000.0f))
                .body("countedAwards[1]", not(hasKey("applicant")));
        assertThat(given().get("/v1/decisions/" + second.path("id")).asString()).isEqualTo(second.asString());
        revoked(first.path("id"), "withdrawn");
        replay(second.path("id")).then().statusCode(200).body("same", equalTo(true), "sameTexts", equalTo(true));
        decided("2025-05-03", project("400000"), project("400000"), project("400000"))
                .then()
                .body("result.total", equalTo(800_000.0f));
    }

    @Test
    void decisionsAndRevocationsOfOneTransactionSeeEachOther() throws Exception {
        Response first = decided("2025-05-01", project("400000"), project("400000"), project("200000"));
        revoked(first.path("id"), "withdrawn", 2);
        decided("2025-05-01", project("400000")).then().body("result.total", equalTo(200_000.0f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "full"})
    void anEvaluationByWhatIsRecordedIsWhatADryRunSays(String explain) {
        decided("2025-05-01", project("400000"), project("400000"));
        String body = body("2025-05-02", project("400000"));
        Response evaluated = evaluate(body, "earlier=recorded&explain=" + explain);
        evaluated.then().statusCode(200).body("total", equalTo(200_000.0f), "earlierAwards", equalTo("CONSULTED"));
        Response dryRun = portal().body(body).post("/v1/decisions?dryRun=true");
        dryRun.then().statusCode(200).body("result.total", equalTo(200_000.0f));
        if (explain.equals("full")) {
            assertThat(dryRun.asString()).contains(evaluated.asString());
        }
        evaluate(body, "explain=" + explain)
                .then()
                .statusCode(200)
                .body("total", equalTo(400_000.0f), "earlierAwards", equalTo("NOT_CONSULTED"));
        assertThat(given().queryParam("applicant", firm).get("/v1/decisions").<List<String>>path("decisions.id"))
                .hasSize(1);
    }

    @Test
    void aProjectThatWasPaidIsNotPaidByAnEvaluationOfWhatIsRecorded() {
        String project = project("100");
        decided("2025-05-01", project);
        String body = body("2025-05-02", project);
        evaluate(body, "earlier=recorded").then().statusCode(200).body("total", equalTo(0.0f));
        evaluate(body, "explain=summary").then().statusCode(200).body("total", equalTo(100.0f));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "earlier=",
                "earlier=none",
                "earlier=Recorded",
                "earlier=recorded&earlier=recorded",
                "earlier=recorded&explain=changes"
            })
    void aQueryThatIsNoneIsRefused(String query) {
        evaluate(body("2025-05-02", project("1")), query)
                .then()
                .statusCode(400)
                .body("detail", containsString("earlier"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | Calculation in yuan: 400,000.00, which is the ceiling; of at most 1,000,000.00 in 2025 by clause 1.2, 800,000.00 are used (decision %s): 200,000.00 What
        zh-CN | 金额计算（元）：400,000.00，恰为上限；依据条款 1.2，2025年最多 1,000,000.00，已用 800,000.00（决定 %s），故为 200,000.00 已满足
        """)
    void aLetterSaysWhatIsLeft(String language, String sentence) {
        String first =
                decided("2025-05-01", project("400000"), project("400000")).path("id");
        String second = decided("2025-05-03", project("400000")).path("id");
        String decision = letter(language).get("/v1/decisions/" + second).asString();
        revoked(second, "withdrawn");
        String evaluation = letter(language)
                .contentType("application/json")
                .body(body("2025-05-02", project("400000")))
                .post("/v1/evaluate?earlier=recorded")
                .asString();
        assertThat(List.of(decision, evaluation))
                .extracting(LimitsTest::onOneLine)
                .allSatisfy(letter -> assertThat(letter).contains(onOneLine(sentence.formatted(first))));
    }

    @Test
    void progressAndListsCountWhatWasPaidAndNotWhatWasAskedFor() {
        decided("2025-05-01", project("400000"), project("400000"));
        String id = decided("2025-05-02", project("400000")).path("id");
        assertThat(given().queryParam("applicant", firm).get("/v1/decisions").<List<Float>>path("decisions.total"))
                .containsExactly(200_000.0f, 800_000.0f);
        assertThat(text("awards", entries(List.of(id)).get(0))).contains("amount=200000.00");
    }

    private static RequestSpecification letter(String language) {
        return given().accept("text/plain").header("Accept-Language", language);
    }

    /** Without the breaks of lines, which stand between any two signs in Chinese. */
    private static String onOneLine(String letter) {
        return letter.replaceAll("\\s+", "");
    }

    private Response evaluate(String body, String query) {
        return given().contentType("application/json").body(body).post("/v1/evaluate?" + query);
    }

    private Response decided(String day, String... claims) {
        Response decision = portal().body(body(day, claims)).post("/v1/decisions");
        decision.then().statusCode(201);
        return decision;
    }

    private String body(String day, String... claims) {
        return "{ \"asOf\": \"%s\", \"applicant\": { \"id\": \"%s\" }, \"claims\": [ %s ] }"
                .formatted(day, firm, String.join(", ", claims));
    }

    private static String project(String cost) {
        String number = UUID.randomUUID().toString();
        return "{ \"type\": \"Project\", \"id\": \"%1$s\", \"number\": \"%1$s\", \"cost\": %2$s }"
                .formatted(number, cost);
    }

    private static String export() {
        return given().get("/v1/ledger").asString();
    }

    private static List<Entry> entries(List<String> ids) {
        return export().lines()
                .map(Entry::read)
                .filter(entry -> ids.contains(String.valueOf(entry.members().get("id"))))
                .toList();
    }

    private static String text(String name, Entry entry) {
        return Objects.requireNonNull(entry.members().get(name)).toString();
    }

    private static void assertVerified() throws IOException {
        assertThat(new Verifier(List.of(), Optional.empty(), 1)
                        .verify(new ByteArrayInputStream(export().getBytes(StandardCharsets.UTF_8)))
                        .finding())
                .isEmpty();
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(i -> call).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
