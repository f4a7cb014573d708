package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.keyed;
import static io.subsidyrules.api.Api.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.rulesets.RulesCopy;
import io.subsidyrules.rulesets.RulesetState;
import io.subsidyrules.rulesets.kept.SourceArchive;
import io.subsidyrules.status.OwnRules;
import io.subsidyrules.status.RulesetChanges;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Decisions by tables, lists and members: recorded, replayed, told in letters, and shown in the catalogue. */
@QuarkusTest
@Tag("http")
@TestProfile(OwnRules.WithTables.class)
class TableDecisionTest {

    private static final String GRANTS = "jobs-2025/grants.csv";
    private static final String POLICY = "/v1/policies/jobs-2025";
    private static final String WORKERS = """
            [{"months":12,"wage":3500.10,"degree":"COLLEGE","hiredOn":"2025-02-01"},{"months":6},{"months":3,"degree":"BACHELOR"}]""";

    private final LiveRuleset live;
    private final RulesetChanges standings;
    private final RulesCopy rules;

    @Inject
    TableDecisionTest(LiveRuleset live, RulesetChanges standings, @ConfigProperty(name = "subsidy.rules") Path folder) {
        this.live = live;
        this.standings = standings;
        this.rules = RulesCopy.in(folder);
    }

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void anOldDecisionIsReplayedByTheTableThatItWasMadeWith() {
        Response decided = decided("[{\"months\":12,\"wage\":3500,\"degree\":\"COLLEGE\"}]");
        decided.then().body("result.total", equalTo(2_000.0f));
        String before = decided.path("ruleset.version");
        String table = rules.text(GRANTS);
        rules.edit(GRANTS, "2_000", "2_400");
        standings.next(RulesetState.State.CURRENT);
        String after = live.current().version();
        assertThat(after).isNotEqualTo(before);
        String id = decided.path("id");
        replay(id)
                .then()
                .statusCode(200)
                .body("same", equalTo(true), "sameTexts", equalTo(true), "ruleset.version", equalTo(before))
                .body("differences.size()", equalTo(0));
        assertThat(replay(id, "?ruleset=current").asString())
                .contains("\"version\":\"" + after + "\"", "\"same\":false")
                .contains("\"recorded\":{\"status\":\"ELIGIBLE\",\"amount\":2000.00}")
                .contains("\"replayed\":{\"status\":\"ELIGIBLE\",\"amount\":2400.00},\"difference\":400.00}");
        byte[] archive = given().get("/v1/rulesets/" + before).asByteArray();
        assertThat(SourceArchive.read(archive).files())
                .containsEntry(GRANTS, table.getBytes(StandardCharsets.UTF_8))
                .containsKey("vocabulary/supported-towns.csv");
        given().get("/v1/rulesets/" + before + "/files")
                .then()
                .body("files.path", hasItems(GRANTS, "vocabulary/supported-towns.csv"));
        rules.save(GRANTS, table);
        standings.next(RulesetState.State.CURRENT);
        assertThat(live.current().version()).isEqualTo(before);
    }

    @Test
    void aRequestWithMembersIsRecordedAsItWasSentAndTheVerifierAcceptsIt() throws IOException {
        Response decided = decided(WORKERS);
        String id = decided.path("id");
        assertThat(given().get("/v1/decisions/" + id).asString()).isEqualTo(decided.asString());
        assertThat(decided.asString().replaceAll("\\s", "")).contains("\"workers\":" + WORKERS);
        replay(id).then().statusCode(200).body("same", equalTo(true), "sameTexts", equalTo(true));
        String ledger = given().accept("application/x-ndjson").get("/v1/ledger").asString();
        assertThat(ledger).contains(id);
        assertThat(new Verifier(List.of(), Optional.empty(), 1)
                        .verify(new ByteArrayInputStream(ledger.getBytes(StandardCharsets.UTF_8)))
                        .finding())
                .isEmpty();
        String csv = given().accept("text/csv").get("/v1/decisions").asString();
        assertThat(csv.lines().filter(line -> line.startsWith(id)))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(",Jobs,ELIGIBLE,2000.00,");
        String strings = given().get("/v1/decimal-strings/decisions/" + id).asString();
        assertThat(strings).contains("\"wage\":\"3500.10\"").contains("\"months\":12");
    }

    @Test
    void aLetterHasEachMemberOnALineAndTheRowThatCounted() {
        String id = decided(WORKERS).path("id");
        assertThat(letter(id, "en"))
                .contains("Worker 1: months of the contract: 12; monthly wage: 3,500.10 yuan; degree: college; date of")
                .contains("Worker 2: months of the contract: 6")
                .contains("Worker 3: months of the contract: 3; degree: bachelor")
                .contains("counted: 1")
                .contains("grants by hires");
        assertThat(letter(id, "zh-CN"))
                .contains("员工1：合同月数：12；月工资：3,500.10元；学历：大专；招用日期：2025年2月1日")
                .contains("员工2：合同月数：6")
                .contains("按招用人数的补贴标准");
    }

    @Test
    void thePageOfAPolicyHasItsTablesAndLists() {
        page(POLICY, "en")
                .then()
                .body("tables.name", contains("least-wages", "grants", "small"))
                .body("tables.find { it.name == 'grants' }.title", equalTo("grants by hires"))
                .body("tables.find { it.name == 'grants' }.rows.number", contains(2_000, 5_000, 12_500.5f))
                .body("tables.find { it.name == 'least-wages' }.keys", contains("Degree", "Date of the evaluation"))
                .body("lists[0].name", equalTo("supported-towns"), "lists[0].count", equalTo(3));
        given().get("/v1/decimal-strings/policies/jobs-2025")
                .then()
                .body("tables.find { it.name == 'grants' }.rows.number", contains("2000", "5000", "12500.50"));
        assertThat(html(POLICY, "en"))
                .contains("<h2>grants by hires</h2>", ">2,000<", ">12,500.5", "supported towns: 3");
        assertThat(html(POLICY, "zh-CN")).contains("<h2>按招用人数的补贴标准</h2>", ">2,000<", "支持乡镇名单");
    }

    @Test
    void thePageOfAClaimHasTheFieldsOfItsMembers() {
        assertThat(html("/v1/claim-types/Jobs", "en"))
                .contains("a list of at most 50", "<code>workers[].months</code>", "Worker: months of the contract");
        assertThat(html("/v1/claim-types/Jobs", "zh-CN")).contains("50", "<code>workers[].wage</code>", "合同月数");
        page("/v1/claim-types/Jobs", "en")
                .then()
                .body("properties.workers.maxItems", equalTo(50))
                .body("properties.workers.items.properties.months.maximum", equalTo(600));
        given().get("/v1/openapi")
                .then()
                .body(
                        "components.schemas.JobsClaim.properties.workers.items.properties.degree.enum",
                        contains("COLLEGE", "BACHELOR", null));
    }

    @Test
    void aTableThatIsBrokenIsToldInTheStatusAtItsCell() {
        String table = rules.text(GRANTS);
        rules.edit(GRANTS, "5_000", "five thousand");
        standings.next(RulesetState.State.STALE);
        List<Response> told = Stream.of("en", "zh-CN")
                .map(language -> page("/v1/rulesets/status", language))
                .toList();
        Response decided = decided(WORKERS);
        rules.save(GRANTS, table);
        standings.next(RulesetState.State.CURRENT);
        for (Response status : told) {
            status.then()
                    .body("folder.faults.code", contains("TABLE_CELL"), "folder.faults.file", contains(GRANTS))
                    .body("folder.faults.line", contains(3), "folder.faults.column", contains(7));
            assertThat(status.asString()).contains("five thousand");
        }
        decided.then().body("result.total", equalTo(2_000.0f));
    }

    private static Response page(String path, String language) {
        return given().header("Accept-Language", language).get(path);
    }

    private static String html(String path, String language) {
        return given().header("Accept-Language", language)
                .accept("text/html")
                .get(path)
                .asString();
    }

    /** On lines of any length. */
    private static String letter(String id, String language) {
        return given().header("Accept-Language", language)
                .accept("text/plain")
                .get("/v1/decisions/" + id)
                .asString()
                .replaceAll(language.equals("en") ? "\\s+" : "\\s", language.equals("en") ? " " : "");
    }

    private static Response decided(String workers) {
        Response decided = keyed(UUID.randomUUID().toString())
                .body("""
                        {"asOf":"2025-06-01","applicant":{"id":"91130100MA0ABCDE10","town":"Dongshan"},
                         "claims":[{"type":"Jobs","id":"c1","site":"%s","workers":%s}]}
                        """.formatted(UUID.randomUUID(), workers))
                .post("/v1/decisions");
        decided.then().statusCode(201);
        return decided;
    }
}
