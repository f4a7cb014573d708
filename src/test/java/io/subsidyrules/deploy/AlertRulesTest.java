package io.subsidyrules.deploy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An alarm that asks for a metric which the service does not have would never ring. */
@QuarkusTest
@Tag("http")
class AlertRulesTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:subsidy|agroal|http_server|jvm)_[a-z_]+");

    @Test
    void everyMetricOfAnAlarmIsThere() throws IOException, InterruptedException {
        TestDatabase.await();
        given().get("/v1/policies").then().statusCode(200);
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        List<String> asked = new YAMLMapper()
                .readTree(Path.of("deploy/alerts.yaml").toFile()).findValuesAsText("expr").stream()
                        .flatMap(expression ->
                                METRIC.matcher(expression).results().map(MatchResult::group))
                        .distinct()
                        .toList();
        assertThat(asked).hasSizeGreaterThan(8).allSatisfy(name -> assertThat(metrics)
                .containsPattern("(?m)^" + name + "[{ ]"));
    }
}
