package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.subsidyrules.http.browser.Browser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Puts the page in place of the problem where a browser opened a path of a resource that has nothing there. */
@Provider
public class LostPageFilter implements ContainerResponseFilter {

    private final CurrentVertxRequest current;
    private final LostPage page;

    LostPageFilter(CurrentVertxRequest current, LostPage page) {
        this.current = current;
        this.page = page;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RoutingContext exchange = current.getCurrent();
        if (response.getEntity() instanceof HttpProblem problem
                && exchange != null
                && Browser.opened(exchange)
                && page.tells(problem, exchange.request())) {
            response.setEntity(page.of(problem, exchange.request()));
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, LostPage.TYPE);
            response.getHeaders().putSingle("Content-Security-Policy", LostPage.contentSecurityPolicy());
        }
    }
}
