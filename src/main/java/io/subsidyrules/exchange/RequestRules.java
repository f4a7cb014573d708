package io.subsidyrules.exchange;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.subsidyrules.http.ContentCoding;
import io.subsidyrules.http.Methods;
import io.subsidyrules.http.RootPath;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemType;
import io.subsidyrules.text.Text;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that every request must keep to, whatever it asks for. */
final class RequestRules {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#]+([/?].*)?");

    private static final Text UNREADABLE = new Text(
            "The request line, a header or the length of the body is not as HTTP/1.1 has it (RFC 9112).",
            "请求行、请求头或请求体长度不符合 HTTP/1.1（RFC 9112）。");

    private static final Text BAD_TARGET =
            new Text("The request line must name a path that begins with a slash.", "请求行中须给出以斜杠开头的路径。");

    private static final Text BAD_HOST = new Text(
            "A request has one header Host, with the name or address that it was sent to and no more than a port behind it.",
            "请求须带一个 Host 请求头，内容为所访问的主机名或地址，其后可带端口。");

    private static final Text NO_CODING = new Text(
            "The header Accept-Encoding refuses both gzip and an answer that is not compressed. Answers have no other coding; allow one of the two.",
            "请求头 Accept-Encoding 既不接受 gzip，也不接受未压缩的结果。服务不提供其他编码，请接受其中之一。");

    private RequestRules() {}

    /** The first rule that it breaks, but for that of {@link #host}. */
    static Optional<LocalisedProblem> broken(HttpServerRequest request, RootPath root) {
        return Stream.<Function<HttpServerRequest, Optional<LocalisedProblem>>>of(
                        RequestRules::decoded,
                        RequestRules::version,
                        RequestRules::target,
                        sent -> RequestTarget.fault(sent, root),
                        RequestRules::transfer,
                        RequestRules::expectation,
                        RequestRules::coding,
                        RequestRules::method)
                .flatMap(rule -> rule.apply(request).stream())
                .findFirst();
    }

    /** Whether nothing behind the request can be read, since it is not clear where it ends. */
    static boolean isLast(HttpServerRequest request) {
        return decoded(request).isPresent() || transfer(request).isPresent();
    }

    /** The refusal of a request that cannot be read, where no rule says why. */
    static LocalisedProblem unreadable() {
        return LocalisedProblem.badRequest(UNREADABLE);
    }

    private static Optional<LocalisedProblem> decoded(HttpServerRequest request) {
        DecoderResult result = request.decoderResult();
        if (result.isSuccess()) {
            return Optional.empty();
        }
        if (result.cause() instanceof TooLongHttpLineException) {
            return Optional.of(LocalisedProblem.of(ProblemType.URI_TOO_LONG));
        }
        return Optional.of(
                result.cause() instanceof TooLongHttpHeaderException
                        ? LocalisedProblem.of(ProblemType.HEADERS_TOO_LARGE)
                        : unreadable());
    }

    private static Optional<LocalisedProblem> version(HttpServerRequest request) {
        return request.version() == null
                ? Optional.of(LocalisedProblem.of(ProblemType.VERSION_NOT_SUPPORTED))
                : Optional.empty();
    }

    /** Whether it asks for a path that the service has nothing below: where it is built to have all below another. */
    static boolean isOutside(HttpServerRequest request, RootPath root) {
        String path = request.path();
        return path != null && path.startsWith("/") && root.below(path).isEmpty();
    }

    /** A path, all of the server for OPTIONS, or what proxies are sent, which servers must take too; CONNECT has a host alone. */
    private static Optional<LocalisedProblem> target(HttpServerRequest request) {
        String uri = request.uri();
        String method = request.method().name();
        boolean known = uri.startsWith("/")
                || (uri.equals("*") && method.equals("OPTIONS"))
                || ABSOLUTE.matcher(uri).matches()
                || method.equals("CONNECT");
        return known ? Optional.empty() : Optional.of(LocalisedProblem.badRequest(BAD_TARGET));
    }

    /** The fault of its Host, as it was sent: behind a proxy Quarkus puts another in its place, before routes see it. */
    static Optional<LocalisedProblem> host(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        boolean none = hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0;
        boolean one =
                hosts.size() == 1 && !hosts.get(0).isEmpty() && hosts.get(0).indexOf(',') < 0;
        return none || (one && request.authority() != null)
                ? Optional.empty()
                : Optional.of(LocalisedProblem.badRequest(BAD_HOST));
    }

    private static Optional<LocalisedProblem> transfer(HttpServerRequest request) {
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        return codings.isEmpty() || (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"))
                ? Optional.empty()
                : Optional.of(LocalisedProblem.of(
                        ProblemType.NOT_IMPLEMENTED,
                        new Text(
                                "A body is sent with its length, or with Transfer-Encoding: chunked and nothing else; it is not compressed.",
                                "请求体须注明长度，或仅以 Transfer-Encoding: chunked 发送，且不得压缩。")));
    }

    private static Optional<LocalisedProblem> expectation(HttpServerRequest request) {
        return request.headers().getAll("Expect").stream()
                        .allMatch(expected -> expected.equalsIgnoreCase("100-continue"))
                ? Optional.empty()
                : Optional.of(LocalisedProblem.of(ProblemType.EXPECTATION_FAILED));
    }

    private static Optional<LocalisedProblem> coding(HttpServerRequest request) {
        return ContentCoding.isAnyTaken(request)
                ? Optional.empty()
                : Optional.of(LocalisedProblem.of(ProblemType.NOT_ACCEPTABLE, NO_CODING));
    }

    private static Optional<LocalisedProblem> method(HttpServerRequest request) {
        return Methods.isKnown(request.method().name())
                ? Optional.empty()
                : Optional.of(LocalisedProblem.of(
                        ProblemType.NOT_IMPLEMENTED,
                        new Text(
                                "The method of the request is none that the service knows. The answer to OPTIONS names those of a path.",
                                "服务不支持该请求方法。可用 OPTIONS 查询路径支持的方法。")));
    }
}
