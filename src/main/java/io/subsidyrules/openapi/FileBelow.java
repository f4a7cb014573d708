package io.subsidyrules.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.subsidyrules.http.Links;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /q/openapi} in the place of Quarkus where the service is below a path: the file as it is has the paths
 * of a service with a host of its own. It is rewritten beside the event loop, and kept for the path that was last asked
 * for: behind a proxy that is always the same.
 */
@ApplicationScoped
class FileBelow {

    private static final String JSON = "application/json";

    private static final int AFTER_ENTRANCE = RouteConstants.ROUTE_ORDER_ACCESS_LOG_HANDLER + 2;

    private final Links links;
    private final AtomicReference<@Nullable Rewritten> last = new AtomicReference<>();

    FileBelow(Links links) {
        this.links = links;
    }

    void open(@Observes Router router) {
        router.route("/q/openapi").order(AFTER_ENTRANCE).handler(this::answer);
    }

    private void answer(RoutingContext exchange) {
        String server = links.to(exchange.request(), "/");
        if (server.equals("/")) {
            exchange.next();
            return;
        }
        Rewritten kept = last.get();
        if (kept != null && kept.server().equals(server)) {
            send(exchange, kept);
            return;
        }
        exchange.vertx()
                .executeBlocking(() -> Rewritten.of(server), false)
                .onSuccess(made -> {
                    last.set(made);
                    send(exchange, made);
                })
                .onFailure(exchange::fail);
    }

    private static void send(RoutingContext exchange, Rewritten contract) {
        boolean json = isJsonAsked(exchange);
        exchange.response()
                .putHeader("Content-Type", (json ? JSON : "application/yaml") + ";charset=UTF-8")
                .putHeader("Vary", "Accept")
                .end(json ? contract.json() : contract.yaml());
    }

    /** The file for a service below a path, in both of its forms. */
    private record Rewritten(String server, Buffer json, Buffer yaml) {

        static Rewritten of(String server) {
            ObjectNode contract = ContractFile.copy();
            ContractBelow.rewrite(contract, server);
            return new Rewritten(
                    server,
                    Buffer.buffer(contract.toString().getBytes(StandardCharsets.UTF_8)),
                    Buffer.buffer(ContractFile.yaml(contract)));
        }
    }

    /** By the rule of Quarkus. */
    private static boolean isJsonAsked(RoutingContext exchange) {
        String accept = exchange.request().getHeader("Accept");
        return (accept != null && accept.contains(JSON))
                || "JSON".equalsIgnoreCase(exchange.request().getParam("format"));
    }
}
