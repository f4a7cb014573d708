package io.subsidyrules.evaluation;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import io.subsidyrules.access.key.HeadCallers;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.evaluation.Evaluations.Asked;
import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.http.AcceptedCodings;
import io.subsidyrules.http.Correlation;
import io.subsidyrules.http.JsonType;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation that is asked for plainly, by its head: an answer in JSON to a body of a known length, on a connection
 * that goes on. A request that asks for anything else, or asks wrongly, is not one of these: it is answered, or
 * refused, by the resource.
 *
 * @param length the bytes of the body
 * @param began when its head was there, in nanoseconds
 */
public record DirectRequest(
        Asked asked,
        AcceptedCodings codings,
        Correlation correlation,
        @Nullable String caller,
        int length,
        long began) {

    /** The header in which a proxy tells what it has cut off the path. */
    static final AsciiString PREFIX = AsciiString.cached("X-Forwarded-Prefix");

    private static final int LONGEST_NUMBER = 7;

    private static final AsciiString REQUEST_ID = AsciiString.cached(Correlation.REQUEST_ID);
    private static final AsciiString TRACE = AsciiString.cached(Correlation.TRACE);

    /** A request with one of these headers may be answered otherwise, or not at all. */
    private static final List<AsciiString> OTHERWISE = List.of(
            HttpHeaderNames.TRANSFER_ENCODING,
            HttpHeaderNames.EXPECT,
            HttpHeaderNames.CONTENT_ENCODING,
            HttpHeaderNames.UPGRADE,
            HttpHeaderNames.ORIGIN,
            PREFIX);

    /**
     * The request with that head, if it is plain.
     *
     * @param targets the path, with each query that is plain, and the depth that it asks for
     * @param callers tells whether its caller may evaluate
     */
    static Optional<DirectRequest> of(HttpRequest head, Map<String, Explain> targets, HeadCallers callers) {
        Explain shown = targets.get(head.uri());
        HttpHeaders headers = head.headers();
        // A head whose length cannot be read has failed to be decoded, and is not plain.
        if (shown == null || !isPlain(head) || !isJson(headers) || !mayEvaluate(callers, headers)) {
            return Optional.empty();
        }
        int length = length(headers.get(HttpHeaderNames.CONTENT_LENGTH));
        if (length <= 0) {
            return Optional.empty();
        }
        AcceptedCodings codings = AcceptedCodings.of(all(headers, HttpHeaderNames.ACCEPT_ENCODING));
        if (!codings.isAny()) {
            return Optional.empty();
        }
        List<String> languages = all(headers, HttpHeaderNames.ACCEPT_LANGUAGE);
        return Optional.of(new DirectRequest(
                new Asked(
                        AnswerForm.JSON,
                        shown,
                        false,
                        AcceptLanguage.of(languages.isEmpty() ? null : String.join(",", languages))),
                codings,
                Correlation.of(all(headers, REQUEST_ID), all(headers, TRACE)),
                callers.name(headers),
                length,
                System.nanoTime()));
    }

    private static boolean mayEvaluate(HeadCallers callers, HttpHeaders headers) {
        return callers.of(headers)
                .filter(caller -> caller.hasAny(EvaluationResource.ROLES))
                .isPresent();
    }

    private static boolean isPlain(HttpRequest head) {
        HttpHeaders headers = head.headers();
        for (AsciiString otherwise : OTHERWISE) {
            if (headers.contains(otherwise)) {
                return false;
            }
        }
        return head.method().equals(HttpMethod.POST)
                && head.decoderResult().isSuccess()
                && head.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && HttpUtil.isKeepAlive(head)
                && isHost(all(headers, HttpHeaderNames.HOST));
    }

    private static boolean isHost(List<String> hosts) {
        return hosts.size() == 1
                && !hosts.get(0).isEmpty()
                && hosts.get(0).indexOf(',') < 0
                && HostAndPort.parseAuthority(hosts.get(0), -1) != null;
    }

    private static boolean isJson(HttpHeaders headers) {
        return JsonType.isSaidBy(all(headers, HttpHeaderNames.CONTENT_TYPE))
                && AnswerForm.isJsonPreferred(all(headers, HttpHeaderNames.ACCEPT));
    }

    private static List<String> all(HttpHeaders headers, AsciiString name) {
        return headers.contains(name) ? headers.getAll(name) : List.of();
    }

    /** The number that a {@code Content-Length} is; none that is reasonable is negative. */
    private static int length(@Nullable String sent) {
        return sent == null || sent.length() > LONGEST_NUMBER ? -1 : Integer.parseInt(sent);
    }
}
