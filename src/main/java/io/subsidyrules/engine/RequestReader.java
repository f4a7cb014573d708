package io.subsidyrules.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.subsidyrules.dialect.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/** Reads requests as the declares of a rule book describe them, and reports every fault. Safe for many threads. */
public final class RequestReader {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNameLength(1000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Vocabulary vocabulary;
    private final List<String> policies;

    RequestReader(Vocabulary vocabulary, List<String> policies) {
        this.vocabulary = vocabulary;
        this.policies = policies;
    }

    /**
     * Reads a request.
     *
     * @param today the date of the evaluation where the request gives none
     * @throws UnreadableRequestException where it is not a JSON object in UTF-8
     * @throws RequestFaultsException where its content has faults
     */
    public Request read(byte[] body, LocalDate today) {
        refuseOtherEncodings(body);
        RequestFaults faults = new RequestFaults();
        try (JsonParser parser = JSON.createParser(body)) {
            return read(body, today, parser, faults);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Request read(byte[] body, LocalDate today, JsonParser parser, RequestFaults faults) throws IOException {
        try {
            return new RequestParsing(vocabulary, policies, body, parser, faults).request(today);
        } catch (JsonProcessingException unreadable) {
            throw unreadable(unreadable, parser.currentLocation());
        }
    }

    /** A parser for a part of a body that has been parsed without a fault before. */
    static JsonParser parserFor(byte[] body, int from, int to) throws IOException {
        return JSON.createParser(body, from, to - from);
    }

    private static void refuseOtherEncodings(byte[] body) {
        int malformed = Utf8.firstMalformed(body);
        boolean wide = body.length >= 2 && (body[0] == 0 || body[1] == 0);
        if (malformed < 0 && !wide) {
            return;
        }
        int line = 1;
        int column = 1;
        for (int i = 0; i < malformed; i++) {
            column = body[i] == '\n' ? 1 : column + 1;
            line += body[i] == '\n' ? 1 : 0;
        }
        throw new UnreadableRequestException(
                "The body is not in UTF-8. Send JSON as UTF-8.", "请求体不是 UTF-8 编码，请以 UTF-8 发送 JSON。", line, column);
    }

    private static UnreadableRequestException unreadable(JsonProcessingException fault, JsonLocation current) {
        JsonLocation at = fault.getLocation() == null ? current : fault.getLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        if (fault instanceof StreamConstraintsException) {
            return new UnreadableRequestException(
                    "The JSON is nested too deep, or a name in it is too long.", "JSON 嵌套过深，或其中的名称过长。", line, column);
        }
        String original = fault.getOriginalMessage();
        if (original.startsWith("Duplicate field")) {
            return new UnreadableRequestException(
                    "One object has two members of one name. Remove one of them.",
                    "同一对象中有两个同名成员，请删去其中一个。",
                    line,
                    column);
        }
        return new UnreadableRequestException(
                "The body is not valid JSON at line %d, column %d.".formatted(line, column),
                "请求体在第 %d 行第 %d 列不是有效的 JSON。".formatted(line, column),
                line,
                column);
    }
}
