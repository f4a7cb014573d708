package io.subsidyrules.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.http.ContentCoding;
import io.subsidyrules.http.Correlation;
import io.subsidyrules.http.HttpDate;
import io.subsidyrules.http.browser.Browser;
import io.subsidyrules.http.browser.SecurityHeaders;
import io.subsidyrules.text.Language;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers with a problem where no resource does: before one is reached, or where none can be. */
@ApplicationScoped
public class ProblemAnswers {

    private static final String CONNECTION = "Connection";

    /** The rest of a longer body is not read; the connection is closed instead. */
    private static final long READ_ON = 1024 * 1024;

    private final Problems problems;
    private final ObjectMapper json;
    private final LostPage page;

    ProblemAnswers(Problems problems, ObjectMapper json, LostPage page) {
        this.problems = problems;
        this.page = page;
        this.json = json;
    }

    /** Answers a request, and leaves the connection to the next where its body can be read to the end. */
    public void send(HttpServerRequest request, LocalisedProblem problem) {
        send(request, problem, null);
    }

    /**
     * The same with a cause.
     *
     * @param cause what is logged, where the service is at fault
     */
    public void send(HttpServerRequest request, LocalisedProblem problem, @Nullable Throwable cause) {
        if (isShort(request)) {
            write(request, problem, cause);
            request.resume();
        } else {
            sendLast(request, problem, cause);
        }
    }

    /** Answers a request behind which nothing can be read any more, and closes its connection. */
    public void sendLast(HttpServerRequest request, LocalisedProblem problem) {
        sendLast(request, problem, null);
    }

    /**
     * An answer as it is sent, in English, to a request that did not come far enough to be known; the last on its
     * connection.
     */
    public byte[] bytes(LocalisedProblem problem) {
        HttpProblem told = problems.told(problem, null, null);
        byte[] body = json(told);
        StringBuilder head = head(problem, told, body).append("Date: ").append(HttpDate.now());
        head.append("\r\n" + Correlation.REQUEST_ID + ": ")
                .append(Correlation.of(List.of(), List.of()).requestId());
        head.append("\r\nConnection: close\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    /**
     * An answer in that language that is sent often, to requests of which no more is known than their heads; it is not
     * logged.
     */
    public ReadyAnswer ready(LocalisedProblem problem, Language language) {
        HttpProblem told = problems.unlogged(problem, language, ReadyAnswer.NO_ID);
        byte[] body = json(told);
        return new ReadyAnswer(head(problem, told, body).toString(), body);
    }

    /** The status line and the headers that do not depend on when it is sent. */
    private static StringBuilder head(LocalisedProblem problem, HttpProblem told, byte[] body) {
        StringBuilder head = new StringBuilder("HTTP/1.1 %s %s\r\n"
                .formatted(told.getStatusCode(), problem.type().title().in(Language.EN)));
        head.append("Content-Type: ").append(HttpProblem.MEDIA_TYPE).append("\r\n");
        told.getHeaders().forEach((name, value) -> head.append(name)
                .append(": ")
                .append(value)
                .append(coded(name))
                .append("\r\n"));
        return head.append(SecurityHeaders.LINES)
                .append("Content-Length: ")
                .append(body.length)
                .append("\r\n");
    }

    /** The header that all other problems get from {@link ContentCoding}. */
    private static String coded(String header) {
        return header.equals(HttpHeaders.VARY) ? ", Accept-Encoding" : "";
    }

    private void sendLast(HttpServerRequest request, LocalisedProblem problem, @Nullable Throwable cause) {
        request.response().putHeader(CONNECTION, "close");
        write(request, problem, cause)
                .onComplete(written -> request.connection().close());
    }

    private Future<Void> write(HttpServerRequest request, LocalisedProblem problem, @Nullable Throwable cause) {
        HttpProblem told = problems.told(problem, request, cause);
        MultiMap headers =
                request.response().setStatusCode(told.getStatusCode()).headers();
        Correlation.take(request.headers()).giveBack(headers);
        headers.set("Date", HttpDate.now());
        headers.set(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString());
        told.getHeaders().forEach((name, value) -> headers.set(name, String.valueOf(value)));
        Buffer body = body(told, request, headers);
        headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        ContentCoding.settle(request, request.response(), false);
        SecurityHeaders.put(headers, false, "");
        return request.response().end(body);
    }

    private Buffer body(HttpProblem problem, HttpServerRequest request, MultiMap headers) {
        if (Browser.opens(request) && page.tells(problem, request)) {
            headers.set(HttpHeaders.CONTENT_TYPE, LostPage.TYPE);
            headers.set("Content-Security-Policy", LostPage.contentSecurityPolicy());
            return Buffer.buffer(page.of(problem, request));
        }
        return Buffer.buffer(json(problem));
    }

    private byte[] json(HttpProblem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isShort(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader("Transfer-Encoding") == null
                && (length == null || (length.matches("[0-9]{1,15}") && Long.parseLong(length) <= READ_ON));
    }
}
