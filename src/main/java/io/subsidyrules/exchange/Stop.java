package io.subsidyrules.exchange;

import io.netty.channel.Channel;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.TextCatalogue;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The end of the service: readiness goes down at once, and each connection is closed behind its next answer. Shortly
 * before the delay of {@code quarkus.shutdown.delay} is over, in which a balancer may notice, the service stops
 * listening, so that a new connection is refused as such. After the delay a new request is refused, while what was
 * accepted is answered within {@code quarkus.shutdown.timeout}.
 */
@ApplicationScoped
class Stop {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Stop.class);

    private static final int RETRY_SECONDS = 5;

    private static final String OPERATORS = "/q/";

    /** Between the last connection that is accepted and the end of the server: enough for its request to be begun. */
    private static final Duration LAST_REQUESTS = Duration.ofMillis(500);

    private final Duration delay;

    /** The sockets that accept connections, as far as one was accepted. */
    private final Set<Channel> listening = ConcurrentHashMap.newKeySet();

    private volatile boolean begun;
    private volatile long began;

    Stop(@ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.delay = delay.orElse(Duration.ZERO);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        began = System.nanoTime();
        begun = true;
        long listens = delay.minus(LAST_REQUESTS).toMillis();
        if (listens > 0) {
            listening.forEach(channel -> closeAfter(channel, listens));
        }
    }

    private static void closeAfter(Channel channel, long milliseconds) {
        Future<?> unused = channel.eventLoop().schedule(() -> close(channel), milliseconds, TimeUnit.MILLISECONDS);
    }

    private static void close(Channel channel) {
        Future<?> unused = channel.close();
    }

    /** Remembers what accepted the connection: Vert.x closes it only together with all connections. */
    void accepted(HttpConnection connection) {
        if (connection instanceof HttpServerConnection server) {
            accepted(server.channelHandlerContext().channel());
        }
    }

    /** The same for a connection that is only a channel. */
    void accepted(Channel connection) {
        Channel parent = connection.parent();
        if (parent != null) {
            listening.add(parent);
        }
    }

    /**
     * The refusal of a request for that path of the service that comes too late; what operators look at is answered to
     * the end.
     */
    Optional<LocalisedProblem> refusal(Optional<String> path) {
        boolean late = begun && System.nanoTime() - began >= delay.toNanos();
        return late && path.filter(asked -> asked.startsWith(OPERATORS)).isEmpty()
                ? Optional.of(LocalisedProblem.unavailable(TEXTS.text("stopping"), RETRY_SECONDS))
                : Optional.empty();
    }

    /** Whether connections are to be closed behind their answers. */
    boolean hasBegun() {
        return begun;
    }
}
