package io.subsidyrules.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operation refuses the same queries, before it looks at anything else. */
@QuarkusTest
@Tag("http")
class QueryTest {

    private static final OpenApiFile FILE = OpenApiFile.read();

    @Test
    void everyOperationRefusesParametersThatItDoesNotKnow() {
        for (String operation : Routes.ofTheApplication()) {
            for (String query : List.of("unknown=1", "=1", "Explain=full", "unknown", "a=1&a=2")) {
                refused(operation, query);
            }
        }
    }

    @Test
    void everyOperationRefusesAParameterThatIsGivenTwice() {
        for (String operation : Routes.ofTheApplication()) {
            for (String name : parameters(operation)) {
                refused(operation, name + "=1&" + name + "=1");
            }
        }
    }

    @Test
    void theParametersOfTheListAreFound() {
        assertThat(parameters("GET /v1/decisions")).contains("limit", "cursor", "reference");
    }

    private static void refused(String operation, String query) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation
                .substring(operation.indexOf(' ') + 1)
                .replace("{id}", "01234567-89ab-7def-8123-456789abcdef")
                .replace("{slug}", "not-found")
                .replace("{type}", "HostedStandard")
                .replace("{number}", "9")
                .replaceAll("\\{[a-z]+}", "hebei-quality-2022");
        RequestSpecification request = given().urlEncodingEnabled(false).header("X-Caller", "portal");
        if (method.equals("POST")) {
            request = request.contentType("application/json").body("{}");
        }
        Response answer = request.request(method, path + "?" + query);
        assertThat(answer.statusCode()).as("%s ?%s", operation, query).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("/problems/bad-request");
    }

    private static List<String> parameters(String operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : FILE.operation(operation).path("parameters")) {
            JsonNode resolved = FILE.resolved(parameter);
            if (resolved.path("in").asText().equals("query")) {
                names.add(resolved.path("name").asText());
            }
        }
        return names;
    }
}
