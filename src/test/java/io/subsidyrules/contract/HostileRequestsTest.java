package io.subsidyrules.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.subsidyrules.storage.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requests of every operation that are as the contract has them, nearly so, and not at all: each gets an answer of the
 * contract, and none is a fault of the service.
 */
@QuarkusTest
@Tag("http")
class HostileRequestsTest {

    private static final long SEED = 20221208;
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;

    /** What the service keeps of so many requests: its caches are full long before. */
    private static final long MOST_GROWTH = 64L << 20;

    /** Answers of the service as a whole, which not each operation lists. */
    private static final List<Integer> OF_ALL =
            List.of(400, 404, 405, 406, 408, 413, 414, 415, 417, 429, 431, 501, 503);

    private static final RestAssuredConfig AS_GIVEN = RestAssuredConfig.config().encoderConfig(encoders());

    private final OpenApiFile file = OpenApiFile.withAllExamples();
    private final Described described = new Described(file);
    private final List<String> operations = new ArrayList<>(file.operations().keySet());
    private final List<JsonNode> bodies = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    /** Bodies go out as the bytes that they are, whatever they are said to be. */
    private static EncoderConfig encoders() {
        EncoderConfig encoders =
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        for (String type : HostileRequest.TYPES) {
            encoders = encoders.encodeContentTypeAs(type.replaceFirst(";.*", ""), ContentType.BINARY);
        }
        return encoders;
    }

    HostileRequestsTest() {
        file.examples().values().stream()
                .map(OpenApiFile.Example::request)
                .filter(JsonNode::isObject)
                .filter(body -> body.toString().length() < 20_000)
                .forEach(bodies::add);
    }

    @Test
    void someRequestsGetAnswersOfTheContract() throws InterruptedException {
        send(FEW, SEED);
        assertThat(statuses.keySet()).contains(200, 201, 400, 404, 406, 415, 422);
    }

    @Test
    @Tag("long")
    void aHundredThousandGetAnswersOfTheContractAndLeaveNoMemory() throws InterruptedException {
        send(MANY / 10, SEED + 1);
        long before = used();
        long began = System.nanoTime();
        send(MANY, SEED + 2);
        long growth = used() - before;
        System.out.printf(
                "%d requests in %d s, by status %s; memory grew by %d KiB%n",
                MANY, (System.nanoTime() - began) / 1_000_000_000, statuses, growth / 1024);
        assertThat(growth).isLessThan(MOST_GROWTH);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void send(int count, long seed) throws InterruptedException {
        TestDatabase.await();
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < count && wrong.size() < 10; i++) {
            HostileRequest request =
                    HostileRequest.of(operations.get(random.nextInt(operations.size())), file, bodies, random);
            Response answer = answer(request);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            String fault = fault(request, answer);
            if (!fault.isEmpty()) {
                wrong.add("%s %s %s: %s %s"
                        .formatted(request.operation(), request.path(), request.headers(), answer.statusCode(), fault));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Response answer(HostileRequest request) {
        RequestSpecification sent =
                given().config(AS_GIVEN).urlEncodingEnabled(false).headers(request.headers());
        request.body().ifPresent(sent::body);
        return sent.request(request.operation().substring(0, request.operation().indexOf(' ')), request.path());
    }

    private String fault(HostileRequest request, Response answer) {
        int status = answer.statusCode();
        if (status >= 500 && status != 501 && status != 503) {
            return "is a fault of the service: " + answer.asString();
        }
        if (status == 503 && answer.header("Retry-After") == null) {
            return "has no Retry-After";
        }
        boolean listed = file.operation(request.operation()).path("responses").has(Integer.toString(status))
                || (status < 300
                        && file.operation(request.operation()).path("responses").has("2XX"));
        if (!listed) {
            return OF_ALL.contains(status) && isProblem(answer) ? "" : "is not in the contract";
        }
        List<String> differences = described.differences(request.operation(), answer);
        return differences.isEmpty() ? "" : "differs: " + differences;
    }

    private static boolean isProblem(Response answer) {
        return answer.contentType().startsWith("application/problem+json")
                ? !answer.path("type").toString().isEmpty()
                : answer.contentType().startsWith("text/html");
    }
}
