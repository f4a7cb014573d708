package io.subsidyrules.exchange;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import io.subsidyrules.admission.Admission;
import io.subsidyrules.admission.Refusal;
import io.subsidyrules.admission.Work;
import io.subsidyrules.evaluation.DirectEvaluations;
import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.http.Correlation;
import io.subsidyrules.http.RandomId;
import io.subsidyrules.http.Route.Operation;
import io.subsidyrules.http.Routes;
import io.subsidyrules.problem.ProblemAnswers;
import io.subsidyrules.problem.ReadyAnswer;
import io.subsidyrules.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Tells by the head of a request whether there is no room for it. Whatever is not plain (a path with parameters, a body
 * of unknown length, a language in the query, a proxy that shows the service below a path) is let through to the
 * {@link Gate}, which asks the same again.
 */
@ApplicationScoped
class Doorkeeper {

    /** An evaluation with a longer body may be a large one, which waits elsewhere. */
    private static final int SHORT_BODY = 16 * 1024;

    /** An evaluation with this parameter waits for the database. */
    private static final String EARLIER = "earlier=";

    /** The parameter that links to pages have. */
    private static final String LANGUAGE = "lang=";

    private static final Pattern SHORT = Pattern.compile("[0-9]{1,5}");

    // By names whose hashes are known, headers are found several times as fast.
    private static final AsciiString PREFIX = AsciiString.cached("X-Forwarded-Prefix");
    private static final AsciiString REQUEST_ID = AsciiString.cached(Correlation.REQUEST_ID);
    private static final AsciiString TRACE = AsciiString.cached(Correlation.TRACE);

    private final Admission admission;
    private final DirectEvaluations evaluations;
    private final Routes routes;
    private final Stop stop;
    private final ProblemAnswers answers;
    private final Map<Told, ReadyAnswer> ready = new ConcurrentHashMap<>();

    private record Told(Refusal why, Language language) {}

    Doorkeeper(Admission admission, DirectEvaluations evaluations, Routes routes, Stop stop, ProblemAnswers answers) {
        this.admission = admission;
        this.evaluations = evaluations;
        this.routes = routes;
        this.stop = stop;
        this.answers = answers;
    }

    /** The bytes of the answer that refuses a request from that address; none if it is let through. */
    Optional<byte[]> refusal(HttpRequest request, String address) {
        return admission.isBusy()
                ? work(request)
                        .flatMap(work -> refusal(
                                request, work, AskedWork.caller(evaluations.caller(request.headers()), address)))
                        .filter(why -> isPlain(request) && !stop.hasBegun())
                        .map(why -> answer(request, why))
                : Optional.empty();
    }

    /** An evaluation for which the event loop has no time is not for the workers either, if it is a plain one. */
    private Optional<Refusal> refusal(HttpRequest request, Work work, String caller) {
        return work == Work.EVALUATION
                        && admission.round().isFull(caller)
                        && evaluations.request(request).isPresent()
                ? Optional.of(Refusal.CROWDED)
                : admission.refusal(work, caller);
    }

    private byte[] answer(HttpRequest request, Refusal why) {
        admission.refusedAtTheDoor(why);
        HttpHeaders headers = request.headers();
        List<String> languages = headers.getAll(HttpHeaderNames.ACCEPT_LANGUAGE);
        Language language = AcceptLanguage.of(languages.isEmpty() ? null : String.join(",", languages));
        ReadyAnswer answer = ready.computeIfAbsent(
                new Told(why, language), told -> answers.ready(Refusals.problem(told.why()), told.language()));
        Correlation correlation = Correlation.of(headers.getAll(REQUEST_ID), headers.getAll(TRACE));
        return answer.bytes(RandomId.next(), correlation, !HttpUtil.isKeepAlive(request));
    }

    private static boolean isPlain(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.decoderResult().isSuccess()
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(PREFIX);
    }

    /** The work that a request asks for, where it waits for processor time. */
    private Optional<Work> work(HttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return routes.plain(
                        query < 0 ? uri : uri.substring(0, query),
                        request.method().name())
                .map(Operation::work)
                .filter(work -> work == Work.EVALUATION || (work == Work.DECISION && query < 0))
                .filter(work -> query < 0 || uri.indexOf(EARLIER, query) < 0)
                .filter(work -> !uri.startsWith(LANGUAGE, query + 1) && !uri.contains("&" + LANGUAGE))
                .filter(work -> isShort(request));
    }

    private static boolean isShort(HttpRequest request) {
        String length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        return length == null || (SHORT.matcher(length).matches() && Integer.parseInt(length) <= SHORT_BODY);
    }
}
