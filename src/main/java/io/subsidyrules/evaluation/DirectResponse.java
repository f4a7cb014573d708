package io.subsidyrules.evaluation;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.subsidyrules.http.Correlation;
import io.subsidyrules.http.Gzip;
import io.subsidyrules.http.HttpDate;
import io.subsidyrules.http.browser.SecurityHeaders;
import io.subsidyrules.problem.EvaluationProblems;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The response to a {@link DirectRequest}. */
final class DirectResponse {

    private static final String VARY = "Vary";

    private static final Map<Language, String> OK = Stream.of(Language.values())
            .collect(Collectors.toMap(
                    language -> language,
                    language -> head(
                            HttpResponseStatus.OK,
                            Map.of(
                                    "Content-Type",
                                    AnswerForm.JSON_TYPE,
                                    "Content-Language",
                                    language.tag(),
                                    VARY,
                                    EvaluationResource.VARIES_BY))));

    private final int status;

    /** The status line and the headers that do not depend on the request, each with its end of line. */
    private final String head;

    private final byte[] body;

    private DirectResponse(int status, String head, byte[] body) {
        this.status = status;
        this.head = head;
        this.body = body;
    }

    static DirectResponse ok(byte[] answer, Language language) {
        return new DirectResponse(HttpResponseStatus.OK.code(), Objects.requireNonNull(OK.get(language)), answer);
    }

    static DirectResponse of(EvaluationProblems.Written problem) {
        HttpResponseStatus status = HttpResponseStatus.valueOf(problem.status());
        return new DirectResponse(
                problem.status(),
                head(status, problem.headers()),
                problem.body().getBytes());
    }

    int status() {
        return status;
    }

    private static String head(HttpResponseStatus status, Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue()
                        + (header.getKey().equals(VARY) ? ", Accept-Encoding" : ""))
                .collect(Collectors.joining("\r\n", "HTTP/1.1 " + status + "\r\n", "\r\n" + SecurityHeaders.LINES));
    }

    /**
     * All of it as it is sent, with the ids of the request, and coded as that accepts it.
     *
     * @param others more headers, each with its end of line
     */
    ByteBuf bytes(DirectRequest request, String others, ByteBufAllocator memory) {
        boolean gzip = request.codings().isWorthwhile(body.length);
        byte[] content = gzip ? Gzip.of(body) : body;
        StringBuilder more =
                new StringBuilder(300).append(others).append("Date: ").append(HttpDate.now());
        more.append("\r\n" + Correlation.REQUEST_ID + ": ")
                .append(request.correlation().requestId());
        request.correlation().trace().ifPresent(trace -> more.append("\r\n" + Correlation.TRACE + ": ")
                .append(trace));
        more.append(gzip ? "\r\nContent-Encoding: gzip" : "")
                .append("\r\nContent-Length: ")
                .append(content.length)
                .append("\r\n\r\n");
        ByteBuf bytes = memory.buffer(head.length() + more.length() + content.length);
        bytes.writeCharSequence(head, StandardCharsets.US_ASCII);
        bytes.writeCharSequence(more, StandardCharsets.US_ASCII);
        return bytes.writeBytes(content);
    }
}
