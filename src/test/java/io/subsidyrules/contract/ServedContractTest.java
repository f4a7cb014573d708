package io.subsidyrules.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.subsidyrules.amounts.DecimalStringContract;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the contract that the service serves, in both forms of amounts, to the service and to openapi.yaml with its examples. */
@QuarkusTest
@Tag("http")
class ServedContractTest {

    private static final OpenApiFile FILE = OpenApiFile.read();
    private static final OpenApiFile WHOLE = OpenApiFile.withAllExamples();
    private static final String PREFIX = "/v1/decimal-strings/";

    private final LiveRuleset live;

    @Inject
    ServedContractTest(LiveRuleset live) {
        this.live = live;
    }

    static Stream<String> examples() {
        return WHOLE.examples().keySet().stream().sorted();
    }

    @BeforeEach
    void decisionsCanBeRecorded() throws InterruptedException {
        TestDatabase.await();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "claims=open", "amounts=string", "claims=open&amounts=string"})
    void aServedContractHasTheOperationsOfTheFile(String query) {
        OpenApiFile served = served(query);
        Set<String> operations = served.operations().keySet().stream()
                .map(operation -> operation.replace(PREFIX, "/v1/"))
                .collect(Collectors.toSet());
        assertThat(operations).isEqualTo(FILE.operations().keySet());
        assertThat(served.examples().keySet()).isEqualTo(FILE.examples().keySet());
    }

    @Test
    void itsVersionIsThatOfTheFileAndOfTheRuleset() {
        JsonNode info = served("").tree().path("info");
        String ruleset = given().get("/v1/rulesets/status").path("live.version");
        assertThat(info.path("x-ruleset").asText()).isEqualTo(ruleset);
        assertThat(info.path("version").asText())
                .isEqualTo(FILE.tree().at("/info/version").asText() + "+" + ruleset.substring(0, 12));
    }

    @Test
    void everyClaimTypeHasASchemaThatItsTypeLeadsTo() {
        JsonNode schemas = served("").tree().at("/components/schemas");
        JsonNode mapping = schemas.at("/Claim/discriminator/mapping");
        List<String> types = given().get("/v1/claim-types").path("claimTypes.type");
        assertThat(mapping.properties().stream().map(entry -> entry.getKey())).isEqualTo(types);
        for (String type : types) {
            String name = mapping.path(type).asText().substring("#/components/schemas/".length());
            assertThat(name).isEqualTo(type + "Claim");
            assertThat(schemas.at("/%s/properties/type/enum".formatted(name)).toString())
                    .isEqualTo("[\"%s\"]".formatted(type));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "amounts=string"})
    void whatTheServiceAcceptsIsAsTheTypedClaimsSay(String query) {
        OpenApiFile served = served(query).withExamplesOf(query.isEmpty() ? WHOLE : strings());
        Described described = new Described(served);
        served.examples().forEach((name, example) -> {
            JsonNode schema = served.operation(example.operation()).at("/requestBody/content/application~1json/schema");
            if (example.status() < 300) {
                assertThat(described.differences(schema, example.request()))
                        .as(name)
                        .isEmpty();
            }
        });
        JsonNode claim = served.tree().at("/components/schemas/Claim");
        for (String wrong : List.of(
                "{\"type\":\"DesignPurchase\",\"id\":\"c1\",\"level\":\"NATIONAL\"}",
                "{\"type\":\"Nothing\",\"id\":\"c1\"}",
                "{\"type\":\"HostedStandard\",\"id\":\"c1\",\"level\":\"national\"}")) {
            assertThat(described.differences(claim, OpenApiFile.json(wrong)))
                    .as(wrong)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsAnsweredWithStringsAsTheContractOfStringsSays(String name) {
        OpenApiFile strings = served("claims=open&amounts=string").withExamplesOf(strings());
        OpenApiFile.Example example = strings.examples().get(name);
        SentExamples sent = new SentExamples(strings);
        Response answer = sent.send(name);
        assertThat(answer.statusCode()).isEqualTo(example.status());
        assertThat(new Described(strings).differences(example.operation(), answer))
                .isEmpty();
        if (answer.statusCode() == 201) {
            assertThat(answer.header("Location")).isEqualTo(PREFIX + "decisions/" + answer.path("id"));
        }
        if (!example.answer().isTextual()) {
            assertThat(OpenApiFile.text(sent.json(answer, example.answer())))
                    .isEqualTo(OpenApiFile.text(example.answer()));
            assertThat(OpenApiFile.json(answer.asString()).findValuesAsText("amount"))
                    .allMatch(amount -> amount.matches("[0-9]+[.][0-9]{2}"));
            assertThat(numbersWithDecimals(OpenApiFile.json(answer.asString()))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyPageOfTheCatalogueIsAsTheContractOfStringsSays(String language) {
        OpenApiFile strings = served("amounts=string");
        Described described = new Described(strings);
        JsonNode policies = OpenApiFile.json(given().get(PREFIX + "policies").asString());
        for (JsonNode policy : policies.path("policies")) {
            Response page = given().header("Accept-Language", language)
                    .get(PREFIX + "policies/" + policy.path("id").asText());
            assertThat(described.differences("GET " + PREFIX + "policies/{policy}", page))
                    .isEmpty();
        }
        List<String> schemas = given().get(PREFIX + "claim-types").path("claimTypes.schema");
        assertThat(schemas).hasSizeGreaterThan(10).allSatisfy(path -> {
            assertThat(path).startsWith(PREFIX);
            Response page = given().header("Accept-Language", language).get(path);
            assertThat(page.path("'$id'").toString()).isEqualTo(path);
            assertThat(described.differences("GET " + PREFIX + "claim-types/{type}", page))
                    .isEmpty();
            assertThat(page.asString()).doesNotContain("\"number\"");
        });
    }

    @Test
    void anUnchangedContractIsNotSentAgain() {
        Response first = given().get("/v1/openapi");
        given().header("If-None-Match", first.header("ETag"))
                .get("/v1/openapi")
                .then()
                .statusCode(304);
        Set<String> tags = Stream.of("", "?amounts=string", "?claims=open")
                .map(query -> given().get("/v1/openapi" + query).header("ETag"))
                .collect(Collectors.toSet());
        assertThat(tags).hasSize(3);
        assertThat(given().header("Accept-Language", "zh-CN")
                        .get("/v1/openapi")
                        .path("components.schemas.DesignPurchaseClaim.properties.approvedExpenses.description")
                        .toString())
                .containsPattern("\\p{IsHan}");
        given().get("/v1/openapi?amounts=float").then().statusCode(400);
    }

    private static List<JsonNode> numbersWithDecimals(JsonNode tree) {
        return tree.isContainerNode()
                ? tree.valueStream()
                        .flatMap(each -> numbersWithDecimals(each).stream())
                        .toList()
                : Stream.of(tree).filter(JsonNode::isBigDecimal).toList();
    }

    /** The file with all its examples, where amounts are strings. */
    private OpenApiFile strings() {
        ObjectNode numbers = WHOLE.tree().deepCopy();
        return new OpenApiFile(
                DecimalStringContract.of(numbers, live.current().book().vocabulary()));
    }

    private static OpenApiFile served(String query) {
        return new OpenApiFile(OpenApiFile.json(given().get("/v1/openapi" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200)
                .extract()
                .asString()));
    }
}
