package io.subsidyrules.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelPipeline;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.options.HttpServerCommonHandlers;
import io.smallrye.config.SmallRyeConfig;
import io.subsidyrules.admission.Admission;
import io.subsidyrules.evaluation.DirectEvaluations;
import io.subsidyrules.http.RootPath;
import io.subsidyrules.management.ManagementPort;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemAnswers;
import io.subsidyrules.problem.ProblemType;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Answers requests that never get to a route: what Netty cannot decode, which Vert.x would refuse without a word, and
 * paths and queries that Quarkus refuses so; and those whose Host no route sees as it was sent. Neither lets an
 * application put a handler in their place; Vert.x shows each request to its tracer, though, before it decides who
 * handles it, and its connection has the handlers.
 */
@ApplicationScoped
class EarlyRefusals implements VertxOptionsCustomizer, ConnectionWatch.Refuser {

    private final ProblemAnswers answers;
    private final RootPath root;
    private final Deadlines deadlines;
    private final Connections connections;

    /** Looked up with the first connection: it needs what is not there before Vert.x is. */
    private final Instance<Doorkeeper> keeper;

    private final Instance<DirectEvaluations> evaluations;
    private final Instance<Admission> admission;
    private final Instance<ManagementPort> management;
    private final Stop stop;

    EarlyRefusals(
            ProblemAnswers answers,
            RootPath root,
            Deadlines.Settings settings,
            Instance<Doorkeeper> keeper,
            Instance<DirectEvaluations> evaluations,
            Instance<Admission> admission,
            Instance<ManagementPort> management,
            Stop stop) {
        this.keeper = keeper;
        this.evaluations = evaluations;
        this.admission = admission;
        this.management = management;
        this.stop = stop;
        this.answers = answers;
        this.root = root;
        this.deadlines = settings.deadlines();
        this.connections = new Connections(ConnectionLimit.ofThisProcess(), () -> new SocketWatch(watch(), deadlines));
    }

    /** The builder of Vert.x is to be given what is in the factory, but Quarkus builds it, from its options alone. */
    @Override
    @SuppressWarnings("deprecation")
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(new Beginnings()));
    }

    /** Shows how many connections there are, once there are metrics. */
    void show(@Observes StartupEvent started, MeterRegistry registry) {
        connections.show(registry);
    }

    private ConnectionWatch watch() {
        Door door = new Door(keeper.get()::refusal);
        return new ConnectionWatch(deadlines, this, door, direct(door));
    }

    private Optional<DirectAnswers> direct(Door door) {
        return Optional.of(evaluations.get())
                .filter(DirectEvaluations::isOn)
                .map(direct -> new DirectAnswers(direct, admission.get(), stop, door, management.get()::is));
    }

    @Override
    public void refuse(HttpServerRequest request) {
        LocalisedProblem problem = RequestRules.broken(request, root)
                .or(() -> RequestRules.host(request))
                .orElseGet(() -> RequestRules.isOutside(request, root)
                        ? LocalisedProblem.of(ProblemType.NOT_FOUND)
                        : RequestRules.unreadable());
        refuse(request, problem);
    }

    @Override
    public void refuse(HttpServerRequest request, LocalisedProblem problem) {
        ConnectionWatch.end(request.connection());
        asForwarded(told -> answers.sendLast(told, problem)).handle(request);
    }

    @Override
    public byte[] answer(LocalisedProblem problem) {
        return answers.bytes(problem);
    }

    /** The handler with the request as Quarkus shows it to routes, where it is to believe a proxy. */
    private static Handler<HttpServerRequest> asForwarded(Handler<HttpServerRequest> handler) {
        VertxHttpConfig config =
                ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(VertxHttpConfig.class);
        return HttpServerCommonHandlers.applyProxy(
                config.proxy(), handler, () -> CDI.current().select(Vertx.class).get());
    }

    private boolean isRefused(HttpServerRequest request) {
        return request.decoderResult().isSuccess()
                && (!isUri(request.uri())
                        || RequestRules.host(request).isPresent()
                        || RequestRules.isOutside(request, root));
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
                watched(connection).begins(request);
                if (isRefused(request)) {
                    connection.handler(EarlyRefusals.this::refuse);
                }
            }
            return null;
        }
    }

    /** The watch of a connection; where nothing sees its bytes, it has none before its first request. */
    private ConnectionWatch watched(HttpServerConnection connection) {
        ChannelPipeline pipeline = connection.channelHandlerContext().pipeline();
        return ConnectionWatch.of(connection)
                .or(() -> SocketWatch.installed(pipeline))
                .orElseGet(() -> {
                    ConnectionWatch late = watch();
                    late.install(pipeline);
                    return late;
                });
    }

    /** Has Vert.x show each request and each connection before any of its handlers. */
    private final class Beginnings implements VertxTracerFactory {

        @Override
        public void init(VertxBuilder builder) {
            builder.tracer(new FirstLook());
            if (builder.findTransport() instanceof JDKTransport) {
                builder.findTransport(new WatchedTransport(connections));
            }
        }

        @Override
        public VertxTracer<?, ?> tracer(TracingOptions options) {
            return new FirstLook();
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
