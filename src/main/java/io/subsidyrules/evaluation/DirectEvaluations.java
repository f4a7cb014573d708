package io.subsidyrules.evaluation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig.InsecureRequests;
import io.smallrye.config.SmallRyeConfig;
import io.subsidyrules.access.key.HeadCallers;
import io.subsidyrules.access.rate.Allowance;
import io.subsidyrules.access.rate.RateLimits;
import io.subsidyrules.admission.Admission;
import io.subsidyrules.admission.Weight;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.http.Body;
import io.subsidyrules.http.RootPath;
import io.subsidyrules.metrics.UnroutedRequests;
import io.subsidyrules.problem.Asking;
import io.subsidyrules.problem.EvaluationProblems;
import io.subsidyrules.trace.RequestLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers small evaluations on the event loop that has read them. They pass neither routes nor REST on the way, as
 * those for {@link EvaluationResource} do, since that takes longer than evaluating them. The answers are the same.
 */
@ApplicationScoped
public class DirectEvaluations {

    private static final String METHOD = "POST";

    /** So long may others have to wait for an evaluation that they have nothing to do with. */
    private static final long LONGEST = Duration.ofMillis(2).toNanos();

    /** An answer with all reasons takes so many times as long as a summary: 4.3 times for five claims. */
    private static final int LONGER_IF_FULL = 5;

    /** Compressing an answer takes less time than its evaluation may take. */
    private static final int LONGER_IF_COMPRESSED = 2;

    private final Evaluations evaluations;
    private final EvaluationProblems problems;
    private final Admission admission;
    private final UnroutedRequests requests;
    private final Counter answered;
    private final Map<String, Explain> targets;
    private final HeadCallers callers;
    private final RequestLog log;
    private final RateLimits limits;
    private final int mostBytes;

    DirectEvaluations(
            Evaluations evaluations,
            EvaluationProblems problems,
            Admission admission,
            HeadCallers callers,
            RequestLog log,
            RateLimits limits,
            MeterRegistry registry,
            RootPath root,
            @ConfigProperty(name = "subsidy.evaluation.event-loop-bytes", defaultValue = "16384") int mostBytes) {
        this.evaluations = evaluations;
        this.problems = problems;
        this.admission = admission;
        this.callers = callers;
        this.log = log;
        this.limits = limits;
        this.requests = new UnroutedRequests(registry, METHOD, EvaluationResource.PATH);
        this.answered = Counter.builder("subsidy.evaluations.direct")
                .description("Evaluations that were answered on an event loop")
                .register(registry);
        String path = root.with(EvaluationResource.PATH);
        this.targets = Map.of(
                path,
                Explain.SUMMARY,
                path + "?explain=summary",
                Explain.SUMMARY,
                path + "?explain=full",
                Explain.FULL);
        this.mostBytes = isPlain() ? mostBytes : 0;
    }

    /** Whether Quarkus, by its settings, adds nothing to answers and tells nobody of requests. */
    private static boolean isPlain() {
        VertxHttpConfig http =
                ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(VertxHttpConfig.class);
        return !http.accessLog().enabled()
                && !http.cors().enabled()
                && http.header().isEmpty()
                && http.filter().isEmpty()
                && http.proxy().forwardedPrefixHeader().equalsIgnoreCase(DirectRequest.PREFIX.toString())
                && http.insecureRequests()
                        .filter(InsecureRequests.REDIRECT::equals)
                        .isEmpty();
    }

    /** Refuses a length that the service would not read. */
    void check(@Observes StartupEvent started) {
        if (mostBytes < 0 || mostBytes > Body.LIMIT) {
            throw new IllegalArgumentException(
                    "subsidy.evaluation.event-loop-bytes is %d; it can be from 0, for none, to %d bytes."
                            .formatted(mostBytes, Body.LIMIT));
        }
    }

    /** Whether the settings allow any. */
    public boolean isOn() {
        return mostBytes > 0;
    }

    /** The request with that head, if it is for a small evaluation, as far as a head tells. */
    public Optional<DirectRequest> request(HttpRequest head) {
        return DirectRequest.of(head, targets, callers).filter(request -> request.length() <= mostBytes);
    }

    /** The name to which a request counts, as far as a head tells it; null if it tells none. */
    public @Nullable String caller(HttpHeaders head) {
        return callers.name(head);
    }

    /**
     * The answer as it is sent; none if the evaluation may take long, there is not plenty of room for it, or its caller
     * has sent too many.
     *
     * @param who the caller's name, or its address
     */
    public Optional<ByteBuf> answer(DirectRequest request, String who, byte[] body, ByteBufAllocator memory) {
        int claims = Weight.claims(body);
        if (isLong(request, body.length, claims)
                || !admission.budget().hasPlenty(Weight.FULL.of(body.length, claims))) {
            return Optional.empty();
        }
        String more = "";
        if (limits.isOn()) {
            Allowance allowance = limits.spend(who);
            if (!allowance.allowed()) {
                return Optional.empty();
            }
            more = "RateLimit-Policy: " + limits.policy() + "\r\nRateLimit: " + RateLimits.header(allowance) + "\r\n";
            limits.count(who);
        }
        DirectResponse response = response(request, body);
        ByteBuf bytes = response.bytes(request, more, memory);
        answered.increment();
        long nanos = System.nanoTime() - request.began();
        requests.answered(response.status(), nanos);
        log.write(new RequestLog.Answered(
                METHOD,
                EvaluationResource.PATH,
                request.caller(),
                response.status(),
                nanos,
                Optional.empty(),
                request.correlation()));
        return Optional.of(bytes);
    }

    private boolean isLong(DirectRequest request, int bytes, int claims) {
        long summary = evaluations.longest(bytes, claims);
        long answer = summary * (request.asked().shown() == Explain.FULL ? LONGER_IF_FULL : 1);
        return answer * (request.codings().gzip() ? LONGER_IF_COMPRESSED : 1) > LONGEST;
    }

    private DirectResponse response(DirectRequest request, byte[] body) {
        try {
            return DirectResponse.ok(
                    evaluations.answer(body, request.asked()), request.asked().language());
        } catch (RuntimeException | Error failure) {
            Asking asking = new Asking(METHOD, EvaluationResource.PATH, request.caller(), request.correlation());
            return DirectResponse.of(
                    problems.of(failure, asking, request.asked().language()));
        }
    }
}
