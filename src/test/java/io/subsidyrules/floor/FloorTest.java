package io.subsidyrules.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules on the engine and both floors, written by hand, come to the same answers, to the byte. */
class FloorTest {

    private static final Path RULES = FirstPolicy.FOLDER;
    private static final LocalDate TODAY = LocalDate.of(2023, 5, 1);
    private static final int RANDOM_REQUESTS = 3000;
    private static final int FAULTY_REQUESTS = 4000;
    private static final Ruleset RULESET = Ruleset.of(SourceFolder.sources(RULES));
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<JsonNode> ODD_VALUES = List.of(
            NODES.nullNode(),
            NODES.textNode(""),
            NODES.textNode("0"),
            NODES.textNode("A1"),
            NODES.textNode("national"),
            NODES.textNode("NATIONAL"),
            NODES.textNode("HostedStandard"),
            NODES.textNode("x".repeat(500)),
            NODES.textNode("河".repeat(501)),
            NODES.textNode("half a pair \ud83d"),
            NODES.textNode("91130100MA0ABCDE11"),
            NODES.textNode("91130100ma0abcde10"),
            NODES.textNode("13010"),
            NODES.textNode("139999"),
            NODES.textNode("１３０１００"),
            NODES.textNode("2023-02-29"),
            NODES.textNode("2023-2-28"),
            NODES.textNode("+12023-01-01"),
            NODES.textNode("0000-01-01"),
            NODES.textNode("1899-12-31"),
            NODES.textNode("1900-01-01"),
            NODES.textNode("2100-12-31"),
            NODES.textNode("2101-01-01"),
            NODES.numberNode(-1),
            NODES.numberNode(1899),
            NODES.numberNode(2101),
            NODES.numberNode(new BigDecimal("2023.5")),
            NODES.numberNode(new BigDecimal("0.010")),
            NODES.numberNode(new BigDecimal("0.001")),
            NODES.numberNode(new BigDecimal("-0.0")),
            NODES.numberNode(new BigDecimal("1000000000000")),
            NODES.numberNode(new BigDecimal("1E+400")),
            NODES.booleanNode(true),
            NODES.objectNode().put("type", "StandardLeader"),
            NODES.arrayNode(),
            NODES.arrayNode().add("no-such-policy").addNull().add(1));

    private final FloorService floor = new FloorService(RULESET.version());
    private final StreamingService streaming = new StreamingService(RULESET.version());

    @AfterAll
    static void closeRuleset() {
        RULESET.close();
    }

    @Test
    void everyScenarioIsAnsweredWithTheSameBytes() {
        List<Scenario> scenarios = ScenarioFile.readAll(SourceFolder.sources(RULES));
        assertThat(scenarios).hasSizeGreaterThan(150);
        for (Scenario scenario : scenarios) {
            assertSame(scenario.request());
        }
    }

    @Test
    void randomRequestsAreAnsweredWithTheSameBytes() {
        RandomRequests requests = new RandomRequests(RULESET.book().vocabulary(), 20220906);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < RANDOM_REQUESTS; i++) {
            byte[] request = requests.bytes(requests.next());
            Answer answer = answer(request);
            assertSame(request, AnswerWriter.bytes(answer, Language.EN));
            noteItems(answer, seen);
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(itemsInEveryStatus());
    }

    @Test
    void randomFaultsAreRefusedAtTheSamePointersWithTheSameCodes() {
        RandomRequests requests = new RandomRequests(RULESET.book().vocabulary(), 20230501);
        Set<RequestFault.Code> seen = EnumSet.noneOf(RequestFault.Code.class);
        for (int i = 0; i < FAULTY_REQUESTS; i++) {
            ObjectNode request = requests.next();
            for (int odd = 0; odd <= i % 3; odd++) {
                spoil(request, requests);
            }
            seen.addAll(assertSame(requests.bytes(request)));
        }
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen))).containsExactly(RequestFault.Code.TOO_MANY);
    }

    @Test
    void aThousandClaimsAreAnsweredAndOneMoreIsRefused() {
        assertThat(assertSame(claims(1000))).isEmpty();
        assertThat(assertSame(claims(1001))).containsExactly(RequestFault.Code.TOO_MANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{} {}",
                "{",
                "{ 'claims': [ ], 'claims': [ ] }",
                "{ 'applicant': { 'size': null, 'size': null } }",
                "{ 'claims': [ { 'id': 'c1', 'id': null } ] }",
                "{ 'claims': [ { 'type': 'InnovationBase', 'level': null, 'level': 'NATIONAL' } ] }"
            })
    void theFloorsReadNothingButOneObjectWithoutRepeatedMembers(String text) {
        byte[] request = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> floor.answer(request, TODAY));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> streaming.answer(request, TODAY));
    }

    /** Asserts that all come to the same bytes or the same faults; gives the codes of the faults. */
    private Set<RequestFault.Code> assertSame(byte[] request) {
        Set<RequestFault.Code> codes = EnumSet.noneOf(RequestFault.Code.class);
        assertSame(request, engine(request, codes));
        return codes;
    }

    private void assertSame(byte[] request, byte[] engine) {
        for (ByHand byHand : List.<ByHand>of(floor::answer, streaming::answer)) {
            byte[] answer = answer(byHand, request);
            assertThat(text(answer)).as(text(request)).isEqualTo(text(engine));
            assertThat(answer).isEqualTo(engine);
        }
    }

    private interface ByHand {
        byte[] answer(byte[] request, LocalDate today) throws IOException;
    }

    private static byte[] engine(byte[] request, Set<RequestFault.Code> codes) {
        try {
            return AnswerWriter.bytes(answer(request), Language.EN);
        } catch (RequestFaultsException refused) {
            refused.faults().forEach(fault -> codes.add(fault.code()));
            return told(refused.faults().stream().map(fault -> fault.pointer() + " " + fault.code()));
        }
    }

    private static byte[] answer(ByHand byHand, byte[] request) {
        try {
            return byHand.answer(request, TODAY);
        } catch (PlainFaults.Refused refused) {
            return told(refused.faults().stream().map(fault -> fault.pointer() + " " + fault.code()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] told(Stream<String> faults) {
        return faults.sorted().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Answer answer(byte[] request) {
        return RULESET.evaluate(RULESET.reader().read(request, TODAY), Explain.SUMMARY);
    }

    private static void noteItems(Answer answer, Set<String> seen) {
        Stream.concat(
                        answer.claims().stream()
                                .filter(claim -> claim.lookAlikeOf().isEmpty())
                                .flatMap(claim -> claim.items().stream()),
                        answer.supports().stream())
                .forEach(item -> seen.add(item.item().id() + " " + item.status()));
    }

    /** What of the items a summary can show: a support that is not eligible it does not. */
    private static List<String> itemsInEveryStatus() {
        return RULESET.items().stream()
                .flatMap(item -> Stream.of(
                                item.outcome() == Outcome.REFER ? Status.REFERRED : Status.ELIGIBLE,
                                Status.UNDETERMINED,
                                Status.NOT_ELIGIBLE)
                        .filter(status ->
                                status != Status.NOT_ELIGIBLE || item.claim().isPresent())
                        .map(status -> item.id() + " " + status))
                .toList();
    }

    /** Gives a member of the request, the applicant or a claim an odd value, or adds one that nobody knows. */
    private static void spoil(ObjectNode request, RandomRequests requests) {
        List<ObjectNode> objects = new ArrayList<>();
        objects.add(request);
        Stream.concat(
                        Stream.of(request.path("applicant")),
                        request.path("claims").valueStream())
                .filter(JsonNode::isObject)
                .forEach(node -> objects.add((ObjectNode) node));
        ObjectNode object = requests.any(objects);
        List<String> names = new ArrayList<>(List.of("Level", "a/b~c", "id", "year", "policies"));
        object.fieldNames().forEachRemaining(names::add);
        object.set(requests.any(names), requests.any(ODD_VALUES).deepCopy());
    }

    private static byte[] claims(int count) {
        ObjectNode request = NODES.objectNode();
        request.putObject("applicant").put("id", "91130100MA0ABCDE10");
        ArrayNode claims = request.putArray("claims");
        for (int i = 0; i < count; i++) {
            claims.addObject().put("type", "HostedStandard").put("id", "c" + i);
        }
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }
}
