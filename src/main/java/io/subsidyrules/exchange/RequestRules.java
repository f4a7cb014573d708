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
import io.subsidyrules.text.TextCatalogue;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that the head of every request must keep to, whatever it asks for. {@link BodyReading} limits its body. */
final class RequestRules {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RequestRules.class);

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#]+([/?].*)?");

    private static final Text BAD_TARGET = TEXTS.text("badTarget");

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
        return LocalisedProblem.badRequest(TEXTS.text("unreadable"));
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

    /**
     * A path, all of the server for OPTIONS, or what proxies are sent, which servers must take too; CONNECT has a host
     * alone.
     */
    private static Optional<LocalisedProblem> target(HttpServerRequest request) {
        String uri = request.uri();
        String method = request.method().name();
        boolean known = uri.startsWith("/")
                || (uri.equals("*") && method.equals("OPTIONS"))
                || ABSOLUTE.matcher(uri).matches()
                || method.equals("CONNECT");
        return known ? Optional.empty() : Optional.of(LocalisedProblem.badRequest(BAD_TARGET));
    }

    /**
     * The fault of its Host, as it was sent: behind a proxy Quarkus puts another in its place, before routes see it.
     */
    static Optional<LocalisedProblem> host(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        boolean none = hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0;
        boolean one =
                hosts.size() == 1 && !hosts.get(0).isEmpty() && hosts.get(0).indexOf(',') < 0;
        return none || (one && request.authority() != null)
                ? Optional.empty()
                : Optional.of(LocalisedProblem.badRequest(TEXTS.text("badHost")));
    }

    private static Optional<LocalisedProblem> transfer(HttpServerRequest request) {
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        return codings.isEmpty() || (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"))
                ? Optional.empty()
                : Optional.of(LocalisedProblem.of(ProblemType.NOT_IMPLEMENTED, TEXTS.text("badTransfer")));
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
                : Optional.of(LocalisedProblem.of(ProblemType.NOT_ACCEPTABLE, TEXTS.text("noCoding")));
    }

    private static Optional<LocalisedProblem> method(HttpServerRequest request) {
        return Methods.isKnown(request.method().name())
                ? Optional.empty()
                : Optional.of(LocalisedProblem.of(ProblemType.NOT_IMPLEMENTED, TEXTS.text("unknownMethod")));
    }
}
