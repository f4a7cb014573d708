package io.subsidyrules.metrics;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.subsidyrules.http.Methods;
import io.subsidyrules.http.Route;
import io.subsidyrules.http.Routes;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Names what the metrics of HTTP are counted by: the template of a path, one name for all that no resource answers, and
 * one for all methods that are none of HTTP's. So there are never more series than the service has paths, whatever it
 * is sent.
 */
@ApplicationScoped
class HttpSeries implements HttpServerMetricsTagsContributor {

    private static final String NONE = "NOT_FOUND";
    private static final String OTHER = "OTHER";

    private final Routes routes;

    HttpSeries(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Tags contribute(Context context) {
        String method = context.request().method().name();
        return Tags.of(
                "uri",
                routes.of(context.request().path()).map(Route::template).orElse(NONE),
                "method",
                Methods.isKnown(method) ? method : OTHER);
    }
}
