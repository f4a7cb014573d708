package io.subsidyrules.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bad input gets: 400 with the place, 422 with every fault and its pointer, 413 early; never a 500. */
@QuarkusTest
@Tag("http")
class BadInputTest {

    private static final String APPLICANT = "\"applicant\":{\"id\":\"91130100MA0ABCDE10\"}";

    @TestHTTPResource("/v1/evaluate")
    URI evaluate;

    @ParameterizedTest(name = "{0} is unreadable at line {2}, column {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing                |                                                    | 1 | 1",
                "an array               | []                                                 | 1 | 1",
                "null                   | null                                               | 1 | 1",
                "NaN                    | {\"applicant\":{\"id\":NaN}}                       | 1 | 23",
                "an object without end  | {\"applicant\":                                    | 1 | 14",
                "text after the object  | {\"applicant\":{}} x                               | 1 | 18",
                "a second object        | {\"applicant\":{}} {}                              | 1 | 18",
                "a member twice         | {\"asOf\":\"2023-01-01\",\"asOf\":\"2023-01-01\"}  | 1 | 28",
                "an unknown one twice   | {\"x\":1,\"x\":2}                                  | 1 | 11",
                "a comment              | {/**/}                                             | 1 | 2",
                "a single quote         | {'a':1}                                            | 1 | 2"
            })
    void unreadableJsonIsRefusedWithItsPlace(String what, String body, int line, int column) {
        unreadable(bytes(body == null ? "" : body)).body("line", equalTo(line)).body("column", equalTo(column));
    }

    @Test
    void aMemberTwiceInAClaimIsUnreadableWhereverItsTypeStands() {
        unreadable(bytes(
                "{%s,\"claims\":[{\"id\":\"a\",\"type\":\"HostedStandard\",\"id\":\"b\"}]}".formatted(APPLICANT)));
        unreadable(bytes(
                "{%s,\"claims\":[{\"type\":\"HostedStandard\",\"level\":null,\"level\":null}]}".formatted(APPLICANT)));
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
        unreadable(new byte[] {'{', '\n', '"', (byte) 0xff, '"', ':', '1', '}'})
                .body("line", equalTo(2))
                .body("column", equalTo(2));
        unreadable(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'});
        unreadable("{\"applicant\":{}}".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void tenThousandLevelsOfNestingAreRefused() {
        unreadable(bytes("{\"claims\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));
        unreadable(bytes("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)));
    }

    @ParameterizedTest(name = "{1} at {0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/applicant                | REQUIRED            | {}",
                "/applicant                | REQUIRED            | {\"applicant\":null}",
                "/applicant                | WRONG_TYPE          | {\"applicant\":[]}",
                "/applicant/id             | REQUIRED            | {\"applicant\":{}}",
                "/applicant/id             | BAD_FORMAT          | {\"applicant\":{\"id\":\"91130100ma0abcde10\"}}",
                "/applicant/id             | BAD_FORMAT          | {\"applicant\":{\"id\":\"91130100MA0ABCDE1\"}}",
                "/applicant/id             | BAD_FORMAT          | {\"applicant\":{\"id\":\"91130100MA0ABCDI10\"}}",
                "/applicant/id             | BAD_CHECK_CHARACTER | {\"applicant\":{\"id\":\"91130100MA0ABCDE11\"}}",
                "/claims                   | WRONG_TYPE          | {A,\"claims\":{}}",
                "/claims/0                 | WRONG_TYPE          | {A,\"claims\":[null]}",
                "/claims/0/type            | REQUIRED            | {A,\"claims\":[{\"id\":\"a\"}]}",
                "/claims/0/type            | REQUIRED            | {A,\"claims\":[{\"type\":null,\"id\":\"a\"}]}",
                "/claims/0/type            | WRONG_TYPE          | {A,\"claims\":[{\"id\":\"a\",\"type\":7}]}",
                "/claims/0/type            | UNKNOWN_TYPE        | {A,\"claims\":[{\"id\":\"a\",\"type\":\"Hosted\"}]}",
                "/claims/0/id              | REQUIRED            | {A,\"claims\":[{\"type\":\"HostedStandard\"}]}",
                "/claims/0/id              | BAD_FORMAT          | {A,\"claims\":[{\"type\":\"HostedStandard\",\"id\":\"\"}]}",
                "/claims/0/id              | BAD_FORMAT          | {A,\"claims\":[{\"type\":\"HostedStandard\",\"id\":\"\\ud800\"}]}",
                "/claims/1/id              | DUPLICATE_ID        | {A,\"claims\":[{C},{C}]}",
                "/claims/0/levl            | UNKNOWN_MEMBER      | {A,\"claims\":[{C,\"levl\":\"NATIONAL\"}]}",
                "/claims/0/Level           | UNKNOWN_MEMBER      | {A,\"claims\":[{C,\"Level\":\"NATIONAL\"}]}",
                "/claims/0/level           | UNKNOWN_CONSTANT    | {A,\"claims\":[{C,\"level\":\"NATIONL\"}]}",
                "/claims/0/level           | UNKNOWN_CONSTANT    | {A,\"claims\":[{C,\"level\":\"national\"}]}",
                "/claims/0/level           | WRONG_TYPE          | {A,\"claims\":[{C,\"level\":1}]}",
                "/claims/0/standardNumber  | WRONG_TYPE          | {A,\"claims\":[{C,\"standardNumber\":{\"a\":[1]}}]}",
                "/a~1b~0c                  | UNKNOWN_MEMBER      | {A,\"a/b~c\":1}",
                "/Claims                   | UNKNOWN_MEMBER      | {A,\"Claims\":[]}",
                "/asOf                     | BAD_FORMAT          | {A,\"asOf\":\"2023-02-29\"}",
                "/asOf                     | BAD_FORMAT          | {A,\"asOf\":\"2023-5-1\"}",
                "/asOf                     | OUT_OF_RANGE        | {A,\"asOf\":\"1899-12-31\"}",
                "/asOf                     | OUT_OF_RANGE        | {A,\"asOf\":\"2101-01-01\"}",
                "/asOf                     | WRONG_TYPE          | {A,\"asOf\":20230501}",
                "/policies                 | WRONG_TYPE          | {A,\"policies\":\"hebei-quality-2022\"}",
                "/policies/0               | UNKNOWN_POLICY      | {A,\"policies\":[\"hebei-quality-2023\"]}",
                "/policies/0               | WRONG_TYPE          | {A,\"policies\":[null]}",
                "/claims/0/approvedExpenses| WRONG_TYPE          | {A,\"claims\":[{D\"1\"}]}",
                "/claims/0/approvedExpenses| OUT_OF_RANGE        | {A,\"claims\":[{D1e400}]}",
                "/claims/0/approvedExpenses| OUT_OF_RANGE        | {A,\"claims\":[{D1e99999999999}]}",
                "/claims/0/approvedExpenses| OUT_OF_RANGE        | {A,\"claims\":[{D-0.01}]}",
                "/claims/0/approvedExpenses| OUT_OF_RANGE        | {A,\"claims\":[{D1000000000000}]}",
                "/claims/0/approvedExpenses| BAD_FORMAT          | {A,\"claims\":[{D0.001}]}",
                "/claims/0/approvedExpenses| BAD_FORMAT          | {A,\"claims\":[{D1e-3}]}",
                "/claims/0/approvedExpenses| BAD_FORMAT          | {A,\"claims\":[{D0.00000000000000000000000000000000000000000000000001}]}",
                "/claims/0/year            | WRONG_TYPE          | {A,\"claims\":[{Y2022.5}]}",
                "/claims/0/year            | WRONG_TYPE          | {A,\"claims\":[{Y2022.00000000000000000000000000000000000000000000001}]}",
                "/claims/0/year            | OUT_OF_RANGE        | {A,\"claims\":[{Y1899}]}",
                "/claims/0/year            | OUT_OF_RANGE        | {A,\"claims\":[{Y99999999999}]}",
                "/claims/0/listed          | WRONG_TYPE          | {A,\"claims\":[{Y2022,\"listed\":\"true\"}]}"
            })
    void aFaultInTheContentIsToldWithItsPointer(String pointer, String code, String body) {
        String request = body.replace("{A,", "{" + APPLICANT + ",")
                .replace("{C", "{\"type\":\"HostedStandard\",\"id\":\"a\"")
                .replace("{D", "{\"type\":\"DesignPurchase\",\"id\":\"a\",\"approvedExpenses\":")
                .replace("{Y", "{\"type\":\"StandardLeader\",\"id\":\"a\",\"year\":");
        refused(request)
                .body("errorCount", equalTo(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void aCodeOfAnotherFormIsToldItsFormInWords() {
        refused("{\"applicant\":{\"id\":\"91130100ma0abcde10\"}}")
                .body("errors[0].detail", containsString("18 digits and capital letters without I, O, S, V and Z"));
    }

    @Test
    void aMisspeltNameGetsTheNearestKnownOne() {
        refused(
                        "{%s,\"claims\":[{\"type\":\"HostedStandrad\",\"id\":\"a\"},{\"type\":\"HostedStandard\",\"id\":\"b\",\"levle\":1,\"role\":\"HOTS\"}]}"
                                .formatted(APPLICANT))
                .body("errorCount", equalTo(3))
                .body("errors.suggestion", equalTo(List.of("HostedStandard", "level", "HOST")))
                .body("errors[2].allowed", equalTo(List.of("HOST", "PARTICIPANT")));
    }

    @Test
    void faultsStandInDocumentOrderAndOnlyTheFirstHundredAreTold() {
        String claims = IntStream.range(0, 150)
                .mapToObj(i -> "{\"id\":\"c%d\",\"x\":1,\"type\":\"HostedStandard\"}".formatted(i))
                .collect(Collectors.joining(","));
        refused("{\"asOf\":1,\"claims\":[%s],%s}".formatted(claims, APPLICANT))
                .body("errorCount", equalTo(151))
                .body("errors.size()", equalTo(100))
                .body("errors[0].pointer", equalTo("/asOf"))
                .body("errors[99].pointer", equalTo("/claims/98/x"));
    }

    @Test
    void aThousandClaimsAreAnsweredAndOneMoreIsTooMany() {
        given().contentType("application/json")
                .body(claims(1000))
                .post("/v1/evaluate")
                .then()
                .statusCode(200);
        refused(claims(1001)).body("errors[0].pointer", equalTo("/claims")).body("errors[0].code", equalTo("TOO_MANY"));
    }

    @Test
    void changesAreLookedForInAHundredClaimsAndInNoMore() {
        given().contentType("application/json")
                .queryParam("explain", "changes")
                .body(claims(100))
                .post("/v1/evaluate")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .queryParam("explain", "changes")
                .body(claims(101))
                .post("/v1/evaluate")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/claims"))
                .body("errors[0].code", equalTo("TOO_MANY"))
                .body("errors[0].detail", containsString("at most 100 claims"));
    }

    @Test
    void fiveHundredCharactersAreAStringAndOneMoreIsTooLong() {
        String request = "{%s,\"claims\":[{\"type\":\"HostedStandard\",\"id\":\"%s\"}]}";
        given().contentType("application/json")
                .body(bytes(request.formatted(APPLICANT, "𠮷".repeat(500))))
                .post("/v1/evaluate")
                .then()
                .statusCode(200);
        refused(request.formatted(APPLICANT, "字".repeat(501)))
                .body("errors[0].pointer", equalTo("/claims/0/id"))
                .body("errors[0].code", equalTo("TOO_LONG"));
    }

    @Test
    void faultsAreToldInChineseToWhoAsksForIt() {
        given().contentType("application/json")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .body("{}")
                .post("/v1/evaluate")
                .then()
                .statusCode(422)
                .header("Content-Language", "zh-CN")
                .body("title", equalTo("请求内容有误"))
                .body("errors[0].detail", equalTo("缺少必填成员 applicant。"));
    }

    @Test
    void aBodyThatDeclaresMoreThanAMebibyteIsRefusedUnread() throws IOException {
        assertThat(exchange("Content-Length: 1048577\r\n\r\n", new byte[0], 0))
                .startsWith("HTTP/1.1 413")
                .contains("/problems/too-large");
    }

    @Test
    void aBodyWithoutALengthIsReadToTheLimitAndNoFurther() throws IOException {
        byte[] chunk = ("10000\r\n" + " ".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(exchange("Transfer-Encoding: chunked\r\n\r\n", chunk, 4_000)).startsWith("HTTP/1.1 413");
    }

    @Test
    void aMebibyteIsRead() {
        String body = "{%s}".formatted(APPLICANT);
        given().contentType("application/json")
                .body(bytes(body + " ".repeat(1_048_576 - body.length())))
                .post("/v1/evaluate")
                .then()
                .statusCode(200);
    }

    @Test
    void otherFaultsOfHttpAreProblemsToo() {
        problem(
                given().contentType("text/plain")
                        .body("{}")
                        .post("/v1/evaluate")
                        .then(),
                415);
        problem(
                given().contentType("application/json")
                        .accept("text/csv")
                        .body("{}")
                        .post("/v1/evaluate")
                        .then(),
                406);
        problem(given().get("/v1/nothing").then(), 404);
        problem(
                given().contentType("application/json")
                        .body("{}")
                        .post("/v1/evaluate?explain=all")
                        .then(),
                400);
    }

    @Test
    void aBodyThatIsNotSaidToBeJsonInUtf8IsRefused() throws IOException {
        assertThat(exchange("Content-Length: 2\r\n\r\n{}", "", 0)).startsWith("HTTP/1.1 415");
        String body = "{%s}".formatted(APPLICANT);
        problem(
                given().contentType("application/json; charset=GBK")
                        .body(bytes(body))
                        .post("/v1/evaluate")
                        .then(),
                415);
        problem(
                given().contentType("application/json")
                        .header("Content-Encoding", "gzip")
                        .body(bytes(body))
                        .post("/v1/evaluate")
                        .then(),
                415);
    }

    @Test
    void aTypeThatStandsLastIsFoundBehindCharactersOfSeveralBytes() {
        String claim =
                "{\"standardNumber\":\"标准𠮷\",\"level\":\"NATIONAL\",\"role\":\"HOST\",\"id\":\"申报一\",\"type\":\"HostedStandard\"}";
        given().contentType("application/json")
                .body(bytes("\uFEFF{\"claims\":[%s,%s],%s}".formatted(claim, claim.replace("一", "二"), APPLICANT)))
                .post("/v1/evaluate")
                .then()
                .statusCode(200)
                .body("claims.id", equalTo(List.of("申报一", "申报二")))
                .body("claims[1].items[0].failed[0].actual", equalTo("标准𠮷"));
    }

    @Test
    void faultsOfAClaimStandInDocumentOrderWhateverItsType() {
        refused("{%s,\"claims\":[{\"id\":7,\"type\":\"Nope\"}]}".formatted(APPLICANT))
                .body("errors.pointer", equalTo(List.of("/claims/0/id", "/claims/0/type")));
    }

    @Test
    void namesOfEqualHashDoNoHarm() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 1 << 12; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 12; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.append('"').append(name).append("\":null,");
        }
        given().contentType("application/json")
                .body(bytes("{%s%s}".formatted(names, APPLICANT)))
                .post("/v1/evaluate")
                .then()
                .statusCode(200);
    }

    @Test
    void theLogHasNothingOfARequest() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("io.subsidyrules.problem");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getMessage() + " " + Arrays.toString(entry.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            given().urlEncodingEnabled(false)
                    .get("/v1/policies/91130100MA0ABCDE10%0aFAKE")
                    .then()
                    .statusCode(404);
            refused("{\"applicant\":{\"id\":\"91130100MA0ABCDE11\"}}");
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("91130100MA0ABCDE") || line.contains("FAKE"));
    }

    @Test
    void anotherMethodIsToldWhichMethodsThereAre() throws IOException, InterruptedException {
        assertThat(allowed("DELETE", "/v1/evaluate")).isEqualTo("OPTIONS, POST");
        assertThat(allowed("GET", "/v1/evaluate")).isEqualTo("OPTIONS, POST");
        assertThat(allowed("PUT", "/v1/policies")).isEqualTo("GET, HEAD, OPTIONS");
    }

    private String allowed(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(evaluate.resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).contains("\"type\":\"/problems/method-not-allowed\"");
        return response.headers().firstValue("Allow").orElse("");
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", startsWith("/problems/"))
                .body("instance", startsWith("urn:uuid:"))
                .body("title", notNullValue())
                .body("detail", not(containsString("java")));
    }

    private static ValidatableResponse unreadable(byte[] body) {
        return problem(
                        given().contentType("application/json")
                                .body(body)
                                .post("/v1/evaluate")
                                .then(),
                        400)
                .body("line", notNullValue())
                .body("column", notNullValue());
    }

    private static ValidatableResponse refused(String body) {
        return problem(
                given().contentType("application/json")
                        .body(bytes(body))
                        .post("/v1/evaluate")
                        .then(),
                422);
    }

    private static String claims(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"type\":\"HostedStandard\",\"id\":\"c%d\"}".formatted(i))
                .collect(Collectors.joining(",", "{" + APPLICANT + ",\"claims\":[", "]}"));
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a head and then chunks until the service closes; at most so many, which must not all get through. */
    private String exchange(String head, byte[] chunk, int most) throws IOException {
        return exchange(
                "Content-Type: application/json\r\n" + head, new String(chunk, StandardCharsets.US_ASCII), most);
    }

    private String exchange(String head, String chunk, int most) throws IOException {
        try (Socket socket = new Socket(evaluate.getHost(), evaluate.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/evaluate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + head)
                    .getBytes(StandardCharsets.US_ASCII));
            int sent = 0;
            try {
                for (; sent < most; sent++) {
                    out.write(bytes(chunk));
                }
            } catch (SocketException closed) {
                assertThat(sent).isLessThan(most);
            }
            if (most > 0) {
                assertThat(sent)
                        .as("chunks taken before the connection was closed")
                        .isLessThan(most);
            }
            return new String(available(socket.getInputStream()), StandardCharsets.UTF_8);
        }
    }

    private static byte[] available(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            in.transferTo(read);
        } catch (SocketException reset) {
            assertThat(read.size()).isPositive();
        }
        return read.toByteArray();
    }
}
