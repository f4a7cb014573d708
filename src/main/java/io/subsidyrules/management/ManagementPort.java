package io.subsidyrules.management;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.subsidyrules.access.AccessSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * A port of its own for health and metrics, where callers are asked who they are: there nobody is asked, and there is
 * nothing else. The requests pass the same rules as those of the main port.
 */
@ApplicationScoped
public class ManagementPort {

    private static final Logger LOG = Logger.getLogger(ManagementPort.class);

    private static final int USUAL = 9000;
    private static final int IDLE_SECONDS = 60;
    private static final int LONGEST_MILLIS = 10_000;

    private static final Pattern PATHS = Pattern.compile("/q/(health(/.*)?|metrics)");

    private final Vertx vertx;
    private final Optional<Integer> port;
    private final String host;
    private volatile Optional<HttpServer> server = Optional.empty();

    ManagementPort(
            Vertx vertx,
            AccessSettings access,
            @ConfigProperty(name = "subsidy.management.port") Optional<Integer> port,
            @ConfigProperty(name = "subsidy.management.host", defaultValue = "127.0.0.1") String host) {
        this.vertx = vertx;
        this.port = port.or(() -> access.isOpen() ? Optional.empty() : Optional.of(USUAL))
                .filter(number -> number >= 0);
        this.host = host;
    }

    /** Opens it, or ends the start of the service with the reason. */
    void open(@Observes StartupEvent started) {
        if (port.isEmpty()) {
            return;
        }
        HttpServer opened = vertx.createHttpServer(
                        new HttpServerOptions().setHttp2ClearTextEnabled(false).setIdleTimeout(IDLE_SECONDS))
                .requestHandler(request -> VertxHttpRecorder.getRootHandler().handle(request));
        try {
            opened.listen(port.get(), host)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failed) {
            throw new IllegalStateException(
                    ("The port for health and metrics cannot be opened: %s:%s, %s. Set SUBSIDY_MANAGEMENT_PORT "
                                    + "and SUBSIDY_MANAGEMENT_HOST to what is free, or the port to -1 for none.")
                            .formatted(host, port.get(), String.valueOf(failed.getMessage())),
                    failed);
        }
        server = Optional.of(opened);
        LOG.infof("Health and metrics are at http://%s:%s/q.", host, opened.actualPort());
    }

    void close(@Observes ShutdownEvent stopping) {
        server.ifPresent(open -> open.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LONGEST_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(late -> null)
                .join());
    }

    /** Its number; empty if there is none. */
    public Optional<Integer> number() {
        return server.map(HttpServer::actualPort);
    }

    /** Whether a connection has come in at it. */
    public boolean is(SocketAddress local) {
        return local instanceof InetSocketAddress here
                && number().filter(number -> number == here.getPort()).isPresent();
    }

    /** Whether a request has come in at it. */
    public boolean received(HttpServerRequest request) {
        return request.connection().localAddress() != null
                && number().filter(number ->
                                number == request.connection().localAddress().port())
                        .isPresent();
    }

    /** Whether a request has come in at the port, this one or the main one, that has not its path. */
    public boolean isMisplaced(HttpServerRequest request, String path) {
        return server.isPresent() && received(request) != PATHS.matcher(path).matches();
    }
}
