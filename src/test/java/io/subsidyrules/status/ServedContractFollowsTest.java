package io.subsidyrules.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.subsidyrules.rulesets.RulesCopy;
import io.subsidyrules.rulesets.RulesetState;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract that is served says what the service takes, also after the vocabulary has changed. */
@QuarkusTest
@Tag("http")
@TestProfile(OwnRules.class)
class ServedContractFollowsTest {

    private static final String VOCABULARY = "vocabulary/applicant.drl";
    private static final String LAST = "    establishedOn : LocalDate\n";
    private static final String ADDED = """
            employees : Integer @changeable
                @en( "number of employees" ) @zh( "职工人数" )
            turnover : BigDecimal @changeable
                @en( "turnover of the last year in yuan" ) @zh( "上年度营业收入（元）" )
        """;
    private static final String APPLICANT = "components.schemas.Applicant.properties.";

    private final RulesetChanges standings;
    private final Path folder;

    @Inject
    ServedContractFollowsTest(RulesetChanges standings, @ConfigProperty(name = "subsidy.rules") Path folder) {
        this.standings = standings;
        this.folder = folder;
    }

    @Test
    void aFieldThatIsAddedIsTakenAndIsInTheContract() {
        Response before = contract("");
        before.then().body(APPLICANT + "employees", nullValue());
        assertThat(status("/v1/evaluate", "20", "1234567.89")).isEqualTo(422);

        RulesCopy rules = RulesCopy.at(folder);
        rules.edit(VOCABULARY, LAST, ADDED + LAST);
        standings.next(RulesetState.State.CURRENT);

        Response after = contract("");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(after.path("info.version").toString()).isNotEqualTo(before.path("info.version"));
        after.then()
                .body(APPLICANT + "employees.type", contains("integer", "null"))
                .body(APPLICANT + "employees.description", equalTo("number of employees"))
                .body(APPLICANT + "turnover.type", contains("number", "null"));
        contract("?amounts=string").then().body(APPLICANT + "turnover.type", contains("string", "null"));
        assertThat(status("/v1/evaluate", "20", "1234567.89")).isEqualTo(200);
        assertThat(status("/v1/decimal-strings/evaluate", "20", "\"1234567.89\""))
                .isEqualTo(200);

        rules.edit(VOCABULARY, ADDED, "");
        standings.next(RulesetState.State.CURRENT);
        contract("").then().body(APPLICANT + "employees", nullValue());
    }

    private static Response contract(String query) {
        return given().get("/v1/openapi" + query);
    }

    private static int status(String path, String employees, String turnover) {
        return given().contentType("application/json")
                .body("{ \"applicant\": { \"id\": \"91130100MA0ABCDE10\", \"employees\": %s, \"turnover\": %s } }"
                        .formatted(employees, turnover))
                .post(path)
                .statusCode();
    }
}
