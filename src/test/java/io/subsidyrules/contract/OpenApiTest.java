package io.subsidyrules.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.storage.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds openapi.yaml, with the examples that stand beside it, and the service to each other. */
@QuarkusTest
@Tag("http")
class OpenApiTest {

    private static final OpenApiFile FILE = OpenApiFile.withAllExamples();
    private static final Described DESCRIBED = new Described(FILE);

    /** What is only there once it has been recorded. */
    private static final String OF_A_DECISION = "{id}";

    /** What has another name in every build. */
    private static final String OF_A_RULESET = "{version}";

    static Stream<String> examples() {
        return FILE.examples().keySet().stream().sorted();
    }

    static Stream<String> accepted() {
        return examples().filter(name -> FILE.examples().get(name).status() < 300);
    }

    static Stream<String> pages() {
        return gets().filter(operation -> !operation.contains(OF_A_DECISION) && !operation.contains(OF_A_RULESET));
    }

    static Stream<String> recorded() {
        return examples().filter(name -> FILE.examples().get(name).status() == 201);
    }

    static Stream<String> answeredWithoutABody() {
        return FILE.operations().keySet().stream()
                .filter(operation -> !FILE.operation(operation).has("requestBody"))
                .filter(operation -> !FILE.shown(operation).isEmpty());
    }

    private static Stream<String> gets() {
        return FILE.operations().keySet().stream().filter(operation -> operation.startsWith("GET "));
    }

    @BeforeEach
    void decisionsCanBeRecorded() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void theServiceServesTheFile() {
        String yaml = given().get("/q/openapi").then().statusCode(200).extract().asString();
        String json = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        for (JsonNode served : List.of(OpenApiFile.yaml(yaml), OpenApiFile.json(json))) {
            assertThat(OpenApiFile.values(served))
                    .usingRecursiveComparison()
                    .withEqualsForType((one, other) -> one.compareTo(other) == 0, BigDecimal.class)
                    .isEqualTo(OpenApiFile.values(OpenApiFile.read().tree()));
        }
    }

    @Test
    void thePathsOfTheFileAreThoseOfTheResources() {
        assertThat(FILE.operations().keySet()).isEqualTo(Routes.ofTheApplication());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsAnsweredAsTheFileSays(String name) {
        OpenApiFile.Example example = FILE.examples().get(name);
        SentExamples sent = new SentExamples(FILE);
        Response answer = sent.send(name);
        assertThat(answer.statusCode()).isEqualTo(example.status());
        assertThat(DESCRIBED.differences(example.operation(), answer)).isEmpty();
        assertThat(answer.header("Content-Language"))
                .isEqualTo(example.headers().getOrDefault("Accept-Language", "en"));
        if (example.status() == 201) {
            assertThat(answer.header("Location")).isEqualTo("/v1/decisions/" + answer.path("id"));
        }
        if (example.answer().isTextual()) {
            assertThat(answer.contentType()).startsWith(example.headers().get("Accept") + ";");
            same(example.operation(), name, TextNode.valueOf(Samples.in(answer.asString())), example.answer());
        } else {
            same(example.operation(), name, sent.json(answer, example.answer()), example.answer());
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void anExampleThatIsAcceptedIsAsTheSchemasSay(String name) {
        OpenApiFile.Example example = FILE.examples().get(name);
        JsonNode schema = FILE.operation(example.operation()).at("/requestBody/content/application~1json/schema");
        assertThat(DESCRIBED.differences(schema, example.request())).isEmpty();
        if (example.request().has("applicant")) {
            assertThat(Described.against(
                            get("/v1/applicant-type"), example.request().path("applicant")))
                    .isEmpty();
        }
        for (JsonNode claim : example.request().path("claims")) {
            String type = "/v1/claim-types/" + claim.path("type").asText();
            assertThat(Described.against(get(type), claim)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void thePageOfADecisionIsTheAnswerThatRecordedIt(String name) {
        String operation = "GET /v1/decisions/{id}";
        JsonNode example = FILE.examples().get(name).answer();
        SentExamples sent = new SentExamples(FILE);
        sent.send(name);
        Response answer = sent.get(operation, name);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(DESCRIBED.differences(operation, answer)).isEmpty();
        assertThat(OpenApiFile.text(sent.json(answer, example))).isEqualTo(OpenApiFile.text(example));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsAsTheFileSays(String operation) {
        Response answer = given().get(FILE.path(operation));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(DESCRIBED.differences(operation, answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/applicant-type", "GET /v1/claim-types/{type}"})
    void aSchemaThatIsAskedForAsJsonIsAsTheFileSays(String operation) {
        Response answer = given().accept("application/json").get(FILE.path(operation));
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(DESCRIBED.differences(operation, answer)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answeredWithoutABody")
    void anExampleOfAnAnswerIsAsTheServiceAnswers(String operation) {
        FILE.shown(operation).forEach(shown -> {
            SentExamples sent = new SentExamples(FILE);
            Response answer = sent.ask(shown);
            assertThat(answer.statusCode()).isEqualTo(shown.status());
            assertThat(DESCRIBED.differences(operation, answer)).isEmpty();
            if (shown.answer().isTextual()) {
                boolean table = answer.contentType().startsWith("text/csv");
                String text = table ? sent.table(answer, shown.answer().asText()) : sent.text(answer);
                same(operation, shown.name(), TextNode.valueOf(text), shown.answer());
            } else {
                same(operation, shown.name(), sent.json(answer, shown.answer()), shown.answer());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/rulesets/{version}", "GET /v1/rulesets/{version}/files"})
    void theFilesOfARulesetAreAsTheFileSays(String operation) {
        String version = get("/v1/rulesets/status").path("live").path("version").asText();
        String path = operation.replace("GET ", "").replace("{version}", version);
        Response answer = given().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        Response unchanged =
                given().header("If-None-Match", answer.header("ETag")).get(path);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        for (Response one : List.of(answer, unchanged)) {
            assertThat(DESCRIBED.differences(operation, one)).isEmpty();
        }
    }

    @Test
    void whatADecisionWouldBeIsAsTheFileSays() {
        OpenApiFile.Example example = FILE.examples().get("paid-already");
        Response answer = given().contentType("application/json")
                .headers(example.headers())
                .body(example.body())
                .post("/v1/decisions?dryRun=true");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(DESCRIBED.differences("POST /v1/decisions", answer)).isEmpty();
    }

    @Test
    void theSamplesOfTheLedgerAreWholeAndSigned() throws IOException {
        String export = sample("/v1/ledger", "application~1x-ndjson", "ledger").asText();
        Checkpoint checkpoint = Checkpoint.read(sample("/v1/ledger/checkpoint", "application~1json", "checkpoint")
                .toString());
        Keys keys =
                Keys.read(sample("/v1/ledger/keys", "application~1json", "keys").toString());
        Verification found = new Verifier(List.of(checkpoint), Optional.of(keys), 1)
                .verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
        assertThat(found.finding()).isEmpty();
        assertThat(found.met()).containsExactly(checkpoint);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void anUnchangedPageIsAsTheFileSays(String operation) {
        String tag = given().get(FILE.path(operation)).header("ETag");
        if (FILE.operation(operation).path("responses").has("304")) {
            Response answer = given().header("If-None-Match", tag).get(FILE.path(operation));
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(DESCRIBED.differences(operation, answer)).isEmpty();
        } else {
            assertThat(tag).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyPageOfTheCatalogueIsAsTheFileSays(String language) {
        List<String> pages = new ArrayList<>();
        for (JsonNode policy : get("/v1/policies").path("policies")) {
            String path = "/v1/policies/" + policy.path("id").asText();
            pages.add("GET /v1/policies/{policy} " + path);
            for (int number = 1; number <= policy.path("measures").asInt(); number++) {
                pages.add("GET /v1/policies/{policy}/measures/{number} " + path + "/measures/" + number);
            }
        }
        for (JsonNode type : get("/v1/claim-types").path("claimTypes")) {
            pages.add("GET /v1/claim-types/{type} " + type.path("schema").asText());
        }
        assertThat(pages).hasSizeGreaterThan(20).allSatisfy(page -> {
            int space = page.lastIndexOf(' ');
            Response answer = given().header("Accept-Language", language).get(page.substring(space + 1));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(DESCRIBED.differences(page.substring(0, space), answer)).isEmpty();
        });
    }

    @ParameterizedTest(name = "{0}: {2} {3}")
    @CsvSource({
        "404, GET /v1/claim-types/{type}, GET,    /v1/claim-types/hostedStandard, application/json, */*",
        "405, GET /v1/policies,           DELETE, /v1/policies,                   application/json, */*",
        "406, GET /v1/policies,           GET,    /v1/policies,                   application/json, image/png",
        "406, POST /v1/evaluate,          POST,   /v1/evaluate,                   application/json, image/png",
        "415, POST /v1/evaluate,          POST,   /v1/evaluate,                   text/plain,       */*",
        "405, POST /v1/decisions,         DELETE, /v1/decisions,                  application/json, */*",
        "406, POST /v1/decisions,         POST,   /v1/decisions,                  application/json, text/plain",
        "415, POST /v1/decisions,         POST,   /v1/decisions,                  text/plain,       */*",
        "405, GET /v1/decisions,          PUT,    /v1/decisions,                  application/json, */*",
        "406, GET /v1/decisions,          GET,    /v1/decisions,                  application/json, image/png",
        "404, GET /v1/decisions/{id},     GET,    /v1/decisions/01234567-89ab-7def-8123-456789abcdef, application/json, */*",
        "405, GET /v1/decisions/{id},     PUT,    /v1/decisions/01234567-89ab-7def-8123-456789abcdef, application/json, */*",
        "406, GET /v1/decisions/{id},     GET,    /v1/decisions/01234567-89ab-7def-8123-456789abcdef, application/json, text/csv",
        "405, POST /v1/decisions/{id}/revocation, GET, /v1/decisions/01234567-89ab-7def-8123-456789abcdef/revocation, application/json, */*",
        "406, POST /v1/decisions/{id}/revocation, POST, /v1/decisions/01234567-89ab-7def-8123-456789abcdef/revocation, application/json, text/html",
        "415, POST /v1/decisions/{id}/revocation, POST, /v1/decisions/01234567-89ab-7def-8123-456789abcdef/revocation, text/plain, */*",
        "404, POST /v1/decisions/{id}/replay, POST, /v1/decisions/01234567-89ab-7def-8123-456789abcdef/replay, application/json, */*",
        "405, POST /v1/decisions/{id}/replay, GET, /v1/decisions/01234567-89ab-7def-8123-456789abcdef/replay, application/json, */*",
        "406, POST /v1/decisions/{id}/replay, POST, /v1/decisions/01234567-89ab-7def-8123-456789abcdef/replay, application/json, text/html",
        "405, GET /v1/ledger, POST, /v1/ledger, application/json, */*",
        "406, GET /v1/ledger, GET, /v1/ledger, application/json, text/csv",
        "405, GET /v1/ledger/head, POST, /v1/ledger/head, application/json, */*",
        "406, GET /v1/ledger/head, GET, /v1/ledger/head, application/json, text/csv",
        "405, GET /v1/ledger/checkpoint, POST, /v1/ledger/checkpoint, application/json, */*",
        "406, GET /v1/ledger/checkpoint, GET, /v1/ledger/checkpoint, application/json, text/csv",
        "405, GET /v1/ledger/keys, POST, /v1/ledger/keys, application/json, */*",
        "406, GET /v1/ledger/keys, GET, /v1/ledger/keys, application/json, text/csv",
        "404, GET /v1/rulesets/{version}, GET, /v1/rulesets/0123, application/json, */*",
        "404, GET /v1/rulesets/{version}/files, GET, /v1/rulesets/0123/files, application/json, */*",
        "404, GET /v1/policies/{policy}/progress, GET, /v1/policies/hebei/progress, application/json, */*",
        "405, GET /v1/policies/{policy}/progress, PUT, /v1/policies/hebei-quality-2022/progress, application/json, */*",
        "406, GET /v1/policies/{policy}/progress, GET, /v1/policies/hebei-quality-2022/progress, application/json, text/csv"
    })
    void aProblemIsAsTheFileSays(
            int status, String operation, String method, String path, String contentType, String accept) {
        Response answer = given().contentType(contentType).accept(accept).request(method, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(DESCRIBED.differences(operation, answer)).isEmpty();
        JsonNode example = FILE.response(operation, status)
                .at("/content/application~1problem+json/examples")
                .iterator()
                .next()
                .path("value");
        ObjectNode answered = (ObjectNode) Samples.in(OpenApiFile.json(answer.asString()), example);
        if (status == 406) {
            assertThat(answered.path("detail")
                            .asText()
                            .replaceAll("This path answers in |\\. Send.*", "")
                            .split(", "))
                    .containsExactlyInAnyOrderElementsOf(mediaTypes(operation));
            answered.set("detail", example.path("detail"));
        }
        assertThat(OpenApiFile.text(answered)).isEqualTo(OpenApiFile.text(example));
    }

    /** The media types of the answers of an operation that are no problems. */
    private static Set<String> mediaTypes(String operation) {
        Set<String> types = new TreeSet<>();
        FILE.operations().get(operation).path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> FILE.resolved(response.getValue()).path("content").properties().stream())
                .forEach(content -> types.add(content.getKey()));
        return types;
    }

    @Test
    void everyExampleOfAnAnswerIsAsItsSchemaSays() {
        List<JsonNode> responses = new ArrayList<>();
        FILE.operations()
                .values()
                .forEach(operation -> operation.path("responses").forEach(responses::add));
        for (JsonNode response : responses) {
            for (JsonNode content : FILE.resolved(response).path("content")) {
                for (JsonNode example : content.path("examples")) {
                    assertThat(DESCRIBED.differences(
                                    content.path("schema"),
                                    FILE.resolved(example).path("value")))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theApplicantOfTheFileIsTheOneThatTheRuleFilesDeclare() {
        assertThat(fields(FILE.tree().at("/components/schemas/Applicant")))
                .isEqualTo(fields(get("/v1/applicant-type")));
    }

    private static void same(String operation, String name, JsonNode answer, JsonNode example) {
        String answered = OpenApiFile.text(answer);
        String promised = OpenApiFile.text(example);
        if (!answered.equals(promised) && Boolean.getBoolean("docs.write") && rewritten(operation, name, answer)) {
            return;
        }
        assertThat(answered)
                .as("%s; mvn -B test -Dtest=OpenApiTest -Ddocs.write=true writes the examples anew", name)
                .isEqualTo(promised);
    }

    private static boolean rewritten(String operation, String name, JsonNode answer) {
        String id = FILE.operation(operation).path("operationId").asText();
        return ExampleText.rewritten(ExampleFiles.of(id, name), answer)
                || OpenApiFile.read()
                        .placeOfAnswer(operation, name)
                        .filter(place -> ExampleText.rewrittenInContract(place, answer))
                        .isPresent();
    }

    private static JsonNode sample(String path, String mediaType, String name) {
        return FILE.response("GET " + path, 200).at("/content/%s/examples/%s/value".formatted(mediaType, name));
    }

    private static JsonNode get(String path) {
        return OpenApiFile.json(
                given().get(path).then().statusCode(200).extract().asString());
    }

    /** By name of a field, its JSON types or its constants. */
    private static Map<String, Set<String>> fields(JsonNode schema) {
        Map<String, Set<String>> fields = new TreeMap<>();
        schema.path("properties").properties().forEach(field -> {
            Set<String> kinds = fields.computeIfAbsent(field.getKey(), name -> new TreeSet<>());
            JsonNode closed = field.getValue().path("enum");
            JsonNode type = field.getValue().path("type");
            (closed.isMissingNode() ? type : closed).forEach(kind -> kinds.add(kind.asText()));
            field.getValue()
                    .path("oneOf")
                    .forEach(choice -> kinds.add(choice.path("const").asText("null")));
            if (type.isTextual()) {
                kinds.add(type.asText());
            }
        });
        return fields;
    }
}
