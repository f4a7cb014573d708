package io.subsidyrules;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the page for other systems says can be done. */
@QuarkusTest
@TestProfile(LiveRules.class)
@Tag("http")
class IntegratingPageTest {

    private final String page = Files.readString(Path.of("docs/integrating.md"));

    IntegratingPageTest() throws IOException {}

    @Test
    void everySampleIdIsTaken() {
        List<String> ids = Pattern.compile("(?m)^\\| `([0-9A-Z]{18})`")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).hasSize(5).allSatisfy(id -> given().contentType("application/json")
                .body("{ \"applicant\": { \"id\": \"%s\", \"divisionCode\": \"%s\" } }"
                        .formatted(id, id.substring(2, 8)))
                .post("/v1/evaluate")
                .then()
                .statusCode(200));
    }

    @Test
    void theDryRunIsAnsweredAsItStandsThere() throws InterruptedException {
        TestDatabase.await();
        Matcher body = Pattern.compile("-d '(\\{.*?)'\n```", Pattern.DOTALL).matcher(page);
        assertThat(body.find()).isTrue();
        given().contentType("application/json")
                .header("X-Caller", "portal")
                .body(body.group(1))
                .post("/v1/decisions?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true), "result.claims[0].status", equalTo("ELIGIBLE"));
    }

    @Test
    void theFeedEndsWhereNothingCameYet() throws InterruptedException {
        TestDatabase.await();
        int last =
                given().get("/v1/ledger/head").then().statusCode(200).extract().path("sequence");
        given().queryParam("from", last).get("/v1/ledger").then().statusCode(200);
        String rest = given().queryParam("from", last + 1)
                .get("/v1/ledger")
                .then()
                .extract()
                .asString();
        assertThat(rest.lines().filter(line -> line.contains("\"sequence\":%s,".formatted(Integer.toString(last)))))
                .isEmpty();
    }
}
