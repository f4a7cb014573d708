package io.subsidyrules.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Answers of a length that nobody knows beforehand, so that a part is not taken for the whole. */
@ApplicationScoped
public class Downloads {

    private static final Logger LOG = Logger.getLogger(Downloads.class);

    private final CurrentVertxRequest request;

    Downloads(CurrentVertxRequest request) {
        this.request = request;
    }

    /**
     * The same as the answer to the current request. Where it fails on its way, the connection is closed before the
     * last chunk; where it fails before any of it is sent, the failure is answered as others are.
     */
    public StreamingOutput whole(StreamingOutput content) {
        HttpServerRequest current = request.getCurrent().request();
        return out -> {
            try {
                content.write(out);
            } catch (IOException | RuntimeException failed) {
                if (current.response().headWritten()) {
                    LOG.warnf("An answer broke off: %s", failed.getMessage());
                    close(current);
                }
                throw failed;
            }
        };
    }

    /**
     * Quarkus closes it too, but some time later, and writes what it answers to the failure in between, the last chunk
     * with it. So nothing goes on before it is closed.
     */
    private static void close(HttpServerRequest request) {
        request.connection().close().toCompletionStage().toCompletableFuture().join();
    }
}
