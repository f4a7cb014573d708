package io.subsidyrules.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Examples as they are sent to the service, each after those that it comes after. What was recorded once stays so, and
 * the database is kept between builds: the project, the reference and the key of the examples are therefore sent as ones
 * that nobody had before. In the answers they are those of the file again, as are the ids of the decisions.
 */
final class SentExamples {

    private static final String PROJECT = "ISO 24002";
    private static final String LOOK_ALIKE = "ISO 24OO2";
    private static final String REFERENCE = "Shijiazhuang 2023-0017";
    private static final String KEY = "1f0e9a52-6c1b-4d0e-9d3c-5a1b7c2d8e4f";

    private final OpenApiFile file;

    /** By what stands in the file, what stands for it here. */
    private final Map<String, String> own = new LinkedHashMap<>();

    SentExamples(OpenApiFile file) {
        this.file = file;
        String project = UUID.randomUUID().toString();
        own.put(PROJECT, "ISO 0 " + project);
        own.put(LOOK_ALIKE, "ISO O " + project);
        own.put(REFERENCE, "Shijiazhuang " + UUID.randomUUID());
        own.put(KEY, UUID.randomUUID().toString());
    }

    /** What the service answers to an example. */
    Response send(String name) {
        OpenApiFile.Example example = file.examples().get(name);
        example.after().forEach(this::send);
        Response answer = given().contentType(ContentType.JSON)
                .headers(sent(example.headers()))
                .queryParams(query(example.query()))
                .body(sent(new String(example.body(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8))
                .post(path(example.operation(), example.after()));
        if (answer.statusCode() == 201) {
            own.put(
                    example.answer().path("id").asText(),
                    json(answer).path("id").asText());
        }
        return answer;
    }

    /** The page of the decision that an example recorded. */
    Response get(String operation, String name) {
        return given().get(file.path(operation, id(name)));
    }

    /** What the service answers to a request without a body. */
    Response ask(OpenApiFile.Shown shown) {
        shown.after().forEach(this::send);
        String operation = shown.operation();
        return given().headers(shown.headers())
                .queryParams(query(shown.query()))
                .request(operation.substring(0, operation.indexOf(' ')), path(operation, shown.after()));
    }

    /** An answer in the words of the file. */
    String text(Response answer) {
        String text = answer.asString();
        for (Map.Entry<String, String> each : own.entrySet()) {
            text = text.replace(each.getValue(), each.getKey());
        }
        return text;
    }

    /** An answer in the words of the file, and with its samples. */
    JsonNode json(Response answer, JsonNode example) {
        return Samples.in(OpenApiFile.json(text(answer)), example);
    }

    /** A table in the words of the file, and with its samples. */
    String table(Response answer, String example) {
        return Samples.inTable(text(answer), example);
    }

    private String path(String operation, List<String> after) {
        return after.isEmpty() ? file.path(operation) : file.path(operation, id(after.get(0)));
    }

    private String id(String name) {
        return sent(file.examples().get(name).answer().path("id").asText());
    }

    private Map<String, String> sent(Map<String, String> headers) {
        Map<String, String> sent = new LinkedHashMap<>(headers);
        sent.replaceAll((name, value) -> sent(value));
        return sent;
    }

    private Map<String, List<String>> query(Map<String, List<String>> query) {
        Map<String, List<String>> sent = new LinkedHashMap<>(query);
        sent.replaceAll((name, values) -> values.stream().map(this::sent).toList());
        return sent;
    }

    private String sent(String text) {
        for (Map.Entry<String, String> each : own.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text;
    }

    private static JsonNode json(Response answer) {
        return OpenApiFile.json(answer.asString());
    }
}
