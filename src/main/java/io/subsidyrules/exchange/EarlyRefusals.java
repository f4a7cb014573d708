package io.subsidyrules.exchange;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.subsidyrules.problem.ProblemAnswers;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * Answers requests that never get to a route: what Netty cannot decode, which Vert.x would refuse without a word, and paths
 * and queries that Quarkus refuses so. Neither lets an application put a handler in their place; Vert.x shows each request to
 * its tracer, though, before it decides who handles it, and its connection has the handlers.
 */
@ApplicationScoped
class EarlyRefusals implements VertxOptionsCustomizer {

    private final ProblemAnswers answers;

    EarlyRefusals(ProblemAnswers answers) {
        this.answers = answers;
    }

    /** The builder of Vert.x is to be given the factory, but Quarkus builds it, from its options alone. */
    @Override
    @SuppressWarnings("deprecation")
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(unused -> new FirstLook()));
    }

    private void refuse(HttpServerRequest request) {
        ConnectionWatch.end(request.connection());
        answers.sendLast(request, RequestRules.broken(request).orElseGet(RequestRules::unreadable));
    }

    /** Sees a request before any handler does, and traces nothing. */
    private final class FirstLook implements VertxTracer<Void, Void> {

        @Override
        public <R> Void receiveRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R received,
                String operation,
                Iterable<Map.Entry<String, String>> headers,
                TagExtractor<R> tags) {
            if (received instanceof HttpServerRequest request
                    && request.connection() instanceof HttpServerConnection connection) {
                connection.invalidRequestHandler(EarlyRefusals.this::refuse);
                ConnectionWatch.watch(connection, request, EarlyRefusals.this::refuse);
                if (request.decoderResult().isSuccess() && !isUri(request.uri())) {
                    connection.handler(EarlyRefusals.this::refuse);
                }
            }
            return null;
        }
    }

    /** As Quarkus asks. */
    private static boolean isUri(String uri) {
        try {
            return !new URI(uri).toString().isEmpty();
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
