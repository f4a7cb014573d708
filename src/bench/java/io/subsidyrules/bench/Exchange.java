package io.subsidyrules.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A request and its answer, kept as files for the load and for the echo service.
 *
 * @param number by which the echo service knows the answer
 * @param folder of the files
 */
record Exchange(int number, String request, Path folder) {

    static final String SERVICE_PATH = "/v1/evaluate";

    /** A problem is numbered, each time anew. */
    private static final String NUMBER_OF_PROBLEM = "urn:uuid:[0-9a-f-]{36}";

    String echoPath() {
        return "/answers/" + number;
    }

    Path requestFile() {
        return folder.resolve("request-" + number + ".json");
    }

    /** Keeps the request, and what the service answers to it. */
    void record(Server service, int status) throws IOException, InterruptedException {
        Files.writeString(requestFile(), request);
        HttpResponse<byte[]> answer = service.post(SERVICE_PATH, request);
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    "The service answers with %d, not %d:%n%s".formatted(answer.statusCode(), status, request));
        }
        Files.write(answerFile(), answer.body());
        Files.writeString(folder.resolve(number + ".head"), answer.statusCode() + " " + type(answer));
    }

    /** Refuses where the two do not answer with the same status, type and bytes, the number of a problem aside. */
    void check(Server service, Server echo) throws IOException, InterruptedException {
        HttpResponse<byte[]> decided = service.post(SERVICE_PATH, request);
        HttpResponse<byte[]> echoed = echo.post(echoPath(), request);
        if (decided.statusCode() != echoed.statusCode()
                || !type(decided).equals(type(echoed))
                || !Arrays.equals(unnumbered(decided.body()), unnumbered(echoed.body()))) {
            throw new IllegalStateException("The service and the echo answer differently:%n%s%n%s%n%s"
                    .formatted(request, text(decided.body()), text(echoed.body())));
        }
    }

    int answerBytes() throws IOException {
        return Math.toIntExact(Files.size(answerFile()));
    }

    int requestBytes() throws IOException {
        return Math.toIntExact(Files.size(requestFile()));
    }

    private Path answerFile() {
        return folder.resolve(number + ".json");
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static byte[] unnumbered(byte[] body) {
        return text(body).replaceAll(NUMBER_OF_PROBLEM, "").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
