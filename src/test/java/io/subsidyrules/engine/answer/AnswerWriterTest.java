package io.subsidyrules.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.LimitedRequest;
import io.subsidyrules.engine.random.RandomAwards;
import io.subsidyrules.examples.Examples;
import io.subsidyrules.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** An answer is JSON, and to the byte as Jackson writes the same tree. */
class AnswerWriterTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String REQUEST = """
            { "applicant": { "id": "91130100MA0ABCDE10" }, "claims": [ { "type": "HostedStandard", "id": "c" } ] }
            """;

    private static final String ODD = "\"\\/河\ud83d\ude00é";

    @Property(tries = 300)
    void answersToRandomRequestsAreAsJacksonWritesThem(
            @ForAll(supplier = AskedRequests.class) AskedRequest question,
            @ForAll Explain explain,
            @ForAll Language language)
            throws IOException {
        Answer answer =
                question.with(request -> request.renamed(id -> id + ODD)).answer(explain);
        assertAsJackson(answer, language);
    }

    @Property(tries = 50)
    void answersUnderLimitsAreAsJacksonWritesThem(
            @ForAll(supplier = RandomAwards.class) List<LimitedRequest> questions,
            @ForAll boolean full,
            @ForAll Language language)
            throws IOException {
        for (LimitedRequest question : questions) {
            assertAsJackson(question.answer(full ? Explain.FULL : Explain.SUMMARY), language);
        }
    }

    @Example
    void answersOfTheExamplesAreAsJacksonWritesThem() throws IOException {
        try (Ruleset rules = Ruleset.of(Examples.SOURCES);
                Stream<Path> files = Files.walk(Path.of("examples"))) {
            for (Path file : files.filter(one -> one.endsWith("cases.json")).toList()) {
                for (JsonNode asked : JSON.readTree(Files.readAllBytes(file))) {
                    byte[] request = JSON.writeValueAsBytes(asked.path("request"));
                    for (Explain explain : Explain.values()) {
                        Answer answer = rules.evaluate(rules.reader().read(request, LocalDate.of(2026, 1, 1)), explain);
                        assertAsJackson(answer, Language.EN);
                        assertAsJackson(answer, Language.ZH);
                    }
                }
            }
        }
    }

    @Example
    void aStreamThatTakesNoMoreIsClosedAndItsExceptionThrown() {
        IOException full = new IOException("full");
        List<String> seen = new ArrayList<>();
        Answer answer = AskedRequests.RULES.evaluate(
                AskedRequests.RULES.reader().read(REQUEST.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH),
                Explain.FULL);
        assertThatThrownBy(() -> AnswerWriter.write(answer, Language.EN, new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw full;
                    }

                    @Override
                    public void close() {
                        seen.add("closed");
                    }
                }))
                .isSameAs(full);
        assertThat(seen).containsExactly("closed");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void assertAsJackson(Answer answer, Language language) throws IOException {
        byte[] bytes = AnswerWriter.bytes(answer, language);
        assertThat(text(bytes)).isEqualTo(text(JSON.writeValueAsBytes(JSON.readTree(bytes))));
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        AnswerWriter.write(answer, language, parts);
        assertThat(parts.toByteArray()).isEqualTo(bytes);
    }
}
