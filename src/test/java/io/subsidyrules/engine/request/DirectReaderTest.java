package io.subsidyrules.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.ThreadMXBean;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.examples.Examples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The direct reader reads what callers send, and leaves to the full reader what is unusual or wrong. */
class DirectReaderTest {

    /** Numbers are written as they were read. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final LocalDate TODAY = LocalDate.of(2023, 5, 1);
    private static final BothReaders READERS = new BothReaders(AskedRequests.RULES);
    private static final BothReaders MEMBERS = new BothReaders(AskedRequests.MEMBERS);

    private static final String APPLICANT = "\"applicant\":{\"id\":\"91130100MA0ABCDE10\"}";

    private static final String ORDINARY = """
            {
              "asOf": "2023-05-01",
              "applicant": {
                "id": "91130100MA0ABCDE10",
                "name": "河北示例精密机械有限公司",
                "divisionCode": "130100",
                "industry": null,
                "countyCluster": true
              },
              "claims": [
                { "type": "DesignPurchase", "id": "c1", "project": "housing of pump 1", "approvedExpenses": 1234567.89 },
                { "id": "c2", "year": 2022, "listed": false, "standard": "Q/HB 3-2022", "type": "StandardLeader" },
                { "type": "DesignCentre", "id": "c3", "name": "设计中心（4）", "level": "PROVINCIAL", "recognisedOn": "2022-11-18" }
              ],
              "policies": ["hebei-quality-2022"]
            }
            """;

    @Test
    void itReadsTheRequestsOfAllExamples() throws IOException {
        try (Ruleset examples = Ruleset.of(Examples.SOURCES);
                Stream<Path> files = Files.walk(Path.of("examples").toRealPath())) {
            BothReaders readers = new BothReaders(examples);
            List<JsonNode> cases = new ArrayList<>();
            for (Path file : files.filter(path -> path.endsWith("cases.json")).toList()) {
                JSON.readTree(file.toFile()).forEach(cases::add);
            }
            assertThat(cases).hasSizeGreaterThan(50).allSatisfy(one -> {
                JsonNode request = one.path("request");
                assertThat(readers.readDirectly(bytes(request.toString()))).isTrue();
                assertThat(readers.readDirectly(bytes(request.toPrettyString())))
                        .isTrue();
            });
        }
    }

    @Test
    void itReadsBlanksOfAllKindsAndCharactersThatAreEscaped() {
        assertThat(READERS.readDirectly(bytes(ORDINARY))).isTrue();
        assertThat(READERS.readDirectly(bytes(ORDINARY.replace("\n", "\r\n\t ").replace(":", " :\t"))))
                .isTrue();
        assertThat(READERS.readDirectly(bytes(ORDINARY.replace("设", "\\u8bbE").replace("housing", "\\\"\\\\\\/"))))
                .isTrue();
    }

    @Test
    void aRequestThatItReadsCostsAFractionOfTheFullReadersMemory() {
        RequestReader reader = AskedRequests.RULES.reader();
        byte[] body = bytes(ORDINARY);
        assertThat(allocated(() -> reader.read(body, TODAY)))
                .isLessThan(allocated(() -> reader.checked(body, TODAY, RequestUse.EVALUATION)) / 3);
    }

    private static long allocated(Runnable reading) {
        reading.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        reading.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{A,\"asOf\":\"2023-05-01\",\"asOf\":\"2023-05-01\"}",
                "{A,\"asOf\":null,\"asOf\":null}",
                "{A,\"claims\":[{D,\"level\":null,\"level\":null}]}",
                "{A,\"claims\":[{D,\"level\":null,\"level\":\"NATIONAL\"}]}",
                "{A,\"claims\":[{D,\"type\":\"HostedStandard\"}]}",
                "{A,\"claims\":[{D,\"id\":\"b\"}]}",
                "{A,\"claims\":[{D},{D}]}",
                "{A,\"claims\":[{\"id\":\"a\",\"type\":\"HostedStandard\",\"id\":\"b\"}]}",
                "{A,\"claims\":[{\"type\":\"HostedStandard\"}]}",
                "{A,\"claims\":[{\"id\":\"a\"}]}",
                "{A,\"claims\":[{\"id\":\"\",\"type\":\"HostedStandard\"}]}",
                "{A,\"claims\":[{D}],}",
                "{A,\"claims\":[{D},]}",
                "{A,\"claims\":[{D,}]}",
                "{A,\"Aa\":null,\"BB\":null}",
                "{A,\"a\\u0073Of\":\"2023-05-01\"}",
                "{A,\"asOf\":\"2023-0\\u0035-01\"}",
                "{A,\"asOf\":\"2023-02-29\"}",
                "{A,\"asOf\":\"2023-00-10\"}",
                "{A,\"asOf\":\"20２3-05-01\"}",
                "{A,\"claims\":[{P1e2}]}",
                "{A,\"claims\":[{P1.000}]}",
                "{A,\"claims\":[{P01}]}",
                "{A,\"claims\":[{P1.}]}",
                "{A,\"claims\":[{P-}]}",
                "{A,\"claims\":[{P- 1}]}",
                "{A,\"claims\":[{P1 2}]}",
                "{A,\"claims\":[{P1000000000000}]}",
                "{A,\"claims\":[{P99999999999999999999999999}]}",
                "{A,\"claims\":[{Y2022.0}]}",
                "{A,\"policies\":[\"hebei-quality-2023\"]}",
                "{A,\"claims\":[{D,\"standardNumber\":\"\\u0000\"}]}",
                "{A,\"claims\":[{D,\"standardNumber\":\"ISO 1\\n\"}]}",
                "{A,\"claims\":[{D,\"standardNumber\":\"ISO 1\n\"}]}",
                "{A,\"claims\":[{D,\"standardNumber\":\"ISO \\ud83d 1\"}]}",
                "{A,\"claims\":[{D,\"standardNumber\":\"ISO 1\u007f\"}]}",
                "{A,\"claims\":[{D,\"standardNumber\":\"\\u12g4\"}]}",
                "{A,\"claims\":[{D,\"standardNumber\":\"无\"}]}",
                "{A} x",
                "{A}{}",
                "\uFEFF{A}",
                "{\"claims\":[]}",
                "{\"applicant\":null}",
                "{}",
                "[]",
                ""
            })
    void itLeavesToTheFullReaderWhatIsUnusualOrWrong(String body) {
        String request = body.replace("A,", APPLICANT + ",")
                .replace("{A}", "{" + APPLICANT + "}")
                .replace("{D", "{\"type\":\"HostedStandard\",\"id\":\"a\"")
                .replace("{P", "{\"type\":\"DesignPurchase\",\"id\":\"a\",\"approvedExpenses\":")
                .replace("{Y", "{\"type\":\"StandardLeader\",\"id\":\"a\",\"year\":");
        assertThat(READERS.readDirectly(bytes(request))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0x80, 0xE7, 0xED, 0xFF, 0x00, 0x1F})
    void itLeavesBytesThatAreNotUtf8ToTheFullReader(int one) {
        byte[] request = bytes("{\"applicant\":{\"id\":\"91130100MA0ABCDE10\",\"name\":\"A?B\"}}");
        assertThat(READERS.readDirectly(request)).isTrue();
        request[new String(request, StandardCharsets.UTF_8).indexOf('?')] = (byte) one;
        assertThat(READERS.readDirectly(request)).isFalse();
    }

    @Test
    void itReadsAThousandClaimsAndNoMore() {
        assertThat(READERS.readDirectly(claims(1000, i -> "c" + i))).isTrue();
        assertThat(READERS.readDirectly(claims(1001, i -> "c" + i))).isFalse();
    }

    @Test
    void idsInAnyOrderAndOfOneHashAreDistinguished() {
        IntFunction<String> ofOneHash =
                i -> Integer.toBinaryString(1024 + i).replace("0", "Aa").replace("1", "BB");
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(ofOneHash)
                        .map(String::hashCode)
                        .distinct())
                .hasSize(1);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 1000).boxed().toList());
        Collections.reverse(order);
        assertThat(READERS.readDirectly(claims(1000, i -> ofOneHash.apply(order.get(i)))))
                .isTrue();
        assertThat(READERS.readDirectly(claims(1000, i -> ofOneHash.apply(i == 999 ? 0 : i))))
                .isFalse();
    }

    private static byte[] claims(int count, IntFunction<String> id) {
        return bytes(IntStream.range(0, count)
                .mapToObj(i -> "{\"type\":\"HostedStandard\",\"id\":\"%s\"}".formatted(id.apply(i)))
                .collect(Collectors.joining(",", "{" + APPLICANT + ",\"claims\":[", "]}")));
    }

    @Test
    void itReadsListsOfMembersWithinTheirLimits() {
        assertThat(MEMBERS.readDirectly(workers("{\"months\":12},{},{\"wage\":0.5,\"months\":null}")))
                .isTrue();
        assertThat(MEMBERS.readDirectly(workers(""))).isTrue();
        assertThat(MEMBERS.readDirectly(workers("{},{},{},{},{}"))).isTrue();
        assertThat(MEMBERS.readDirectly(workers("{},{},{},{},{},{}"))).isFalse();
        assertThat(MEMBERS.readDirectly(workers("{\"months\":61}"))).isFalse();
        assertThat(MEMBERS.readDirectly(workers("{\"type\":\"Worker\"}"))).isFalse();
        assertThat(MEMBERS.readDirectly(workers("7"))).isFalse();
    }

    private static byte[] workers(String workers) {
        return bytes(
                "{%s,\"claims\":[{\"workers\":[%s],\"type\":\"Jobs\",\"id\":\"a\"}]}".formatted(APPLICANT, workers));
    }

    @Test
    void aReferenceIsOnlyReadWhereTheRequestIsRecorded() {
        byte[] request = bytes("{%s,\"reference\":\"A-1\"}".formatted(APPLICANT));
        assertThat(READERS.readDirectly(request)).isTrue();
        assertThat(AskedRequests.RULES.reader().readRecorded(request, TODAY).reference())
                .contains("A-1");
        assertThat(catchThrowableOfType(
                                RequestFaultsException.class,
                                () -> AskedRequests.RULES.reader().read(request, TODAY))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aDayToComeIsRefusedWhereTheRequestIsRecorded() {
        byte[] request = bytes("{%s,\"asOf\":\"2023-05-02\"}".formatted(APPLICANT));
        RequestReader reader = AskedRequests.RULES.reader();
        assertThat(reader.read(request, TODAY).asOf()).isEqualTo(LocalDate.of(2023, 5, 2));
        assertThat(reader.readRecorded(request, TODAY.plusDays(1)).asOf()).isEqualTo(LocalDate.of(2023, 5, 2));
        assertThat(catchThrowableOfType(RequestFaultsException.class, () -> reader.readRecorded(request, TODAY))
                        .faults())
                .extracting(RequestFault::pointer)
                .containsExactly("/asOf");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
