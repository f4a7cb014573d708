package io.subsidyrules.http;

import io.subsidyrules.admission.Work;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A path that the service answers to, with what it answers to there.
 *
 * @param template the path with its parameters in braces: {@code /v1/decisions/{id}}
 * @param pattern what matches the whole of a path as it is sent, percent-encoded
 * @param operations by method; HEAD and OPTIONS are not among them
 */
public record Route(String template, Pattern pattern, Map<String, Operation> operations) {

    private static final String GET = "GET";
    private static final String HEAD = "HEAD";
    private static final String OPTIONS = "OPTIONS";

    /**
     * A method of the route.
     *
     * @param takesJson whether it needs a body, which is JSON
     * @param offered the media types of its answers without parameters, the first choice first; empty if it sees to
     *     that itself
     * @param query the parameters that a query can have; empty if it sees to that itself
     * @param work the kind of work that it is
     * @param letter the same where a letter is asked for, text or HTML
     * @param roles those of which a caller needs one; empty if everybody may do it
     */
    public record Operation(
            boolean takesJson,
            List<String> offered,
            Optional<List<String>> query,
            Work work,
            Work letter,
            Set<String> roles) {

        public Operation {
            offered = List.copyOf(offered);
            query = query.map(List::copyOf);
            roles = Set.copyOf(roles);
        }
    }

    public Route {
        operations = Map.copyOf(operations);
    }

    /**
     * Every method that the path answers to, in the form of the header {@code Allow}: what answers GET answers HEAD.
     */
    public String allowed() {
        TreeSet<String> methods = new TreeSet<>(operations.keySet());
        methods.add(OPTIONS);
        if (methods.contains(GET)) {
            methods.add(HEAD);
        }
        return String.join(", ", methods);
    }

    /** The operation that a request asks for; none if the path does not answer to its method, and for OPTIONS. */
    public Optional<Operation> operation(HttpServerRequest request) {
        String method = request.method().name();
        return Optional.ofNullable(operations.get(method.equals(HEAD) ? GET : method));
    }
}
