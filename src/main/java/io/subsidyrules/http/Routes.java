package io.subsidyrules.http;

import io.quarkus.runtime.Startup;
import io.subsidyrules.access.Roles;
import io.subsidyrules.admission.Admitted;
import io.subsidyrules.admission.Work;
import io.subsidyrules.http.Route.Operation;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The paths that the service answers to, as the annotations of its resources have them, and those that Quarkus adds.
 * What answers OPTIONS, names the methods in {@code Allow}, and counts and logs requests goes by these alone.
 */
@Startup
@ApplicationScoped
public class Routes {

    /**
     * The beginning under which the paths of {@link #NUMBERS} exist a second time, where amounts are decimal strings.
     */
    public static final String DECIMAL_STRINGS = "/v1/decimal-strings/";

    /** The beginning of the paths that have amounts. */
    public static final String NUMBERS = "/v1/";

    /** A parameter of a path, with or without a pattern of its own. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)\\s*(?::((?:[^{}]|\\{[^{}]*})*))?}");

    private static final Map<String, Operation> PLAIN = page(Optional.of(List.of()), Set.of());
    private static final Map<String, Operation> OF_OPERATORS = page(Optional.of(List.of()), Set.of(Roles.ADMIN));

    /** The paths for operators and for signing in, which Quarkus answers with any method. */
    private static final List<Route> OF_QUARKUS = List.of(
            new Route("/q/health", Pattern.compile("/q/health"), PLAIN),
            new Route("/q/health/{kind}", Pattern.compile("/q/health/(live|ready|started|well)"), PLAIN),
            new Route("/q/metrics", Pattern.compile("/q/metrics"), OF_OPERATORS),
            new Route("/q/openapi", Pattern.compile("/q/openapi"), page(Optional.of(List.of("format")), Set.of())),
            new Route("/q/openapi", Pattern.compile("/q/openapi\\.(json|ya?ml)"), PLAIN),
            // The provider sends browsers back with its answer in the query.
            new Route("/sign-in", Pattern.compile("/sign-in"), page(Optional.empty(), Roles.ALL)),
            new Route("/sign-out", Pattern.compile("/sign-out"), page(Optional.empty(), Roles.ALL)),
            // Its scripts read the query in the browser.
            new Route("/q/swagger-ui", Pattern.compile("/q/swagger-ui(/.*)?"), page(Optional.empty(), Set.of())));

    private final RootPath root;

    /** The routes, those with more of the path written out first. */
    private final List<Route> routes;

    private final Map<String, Route> plain;

    Routes(RootPath root, BeanManager beans) {
        this.root = root;
        Map<String, Map<String, Operation>> found = new HashMap<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBeanClass();
            if (type.isAnnotationPresent(Path.class)) {
                for (Method method : type.getDeclaredMethods()) {
                    verb(method)
                            .ifPresent(verb -> found.computeIfAbsent(path(type) + path(method), path -> new HashMap<>())
                                    .put(verb, operation(method)));
                }
            }
        }
        routes = Stream.concat(
                        found.entrySet().stream()
                                .flatMap(route -> spelt(route.getKey()).map(path -> route(path, route.getValue()))),
                        OF_QUARKUS.stream())
                .sorted(Comparator.comparing((Route route) ->
                        -PARAMETER.matcher(route.template()).replaceAll("").length()))
                .toList();
        plain = routes.stream()
                .filter(route -> route.template().indexOf('{') < 0)
                .collect(Collectors.toMap(Route::template, Function.identity(), (first, second) -> first));
    }

    /** The route of a path as it was sent, percent-encoded. */
    public Optional<Route> of(@Nullable String path) {
        return root.below(path)
                .flatMap(below -> Optional.ofNullable(plain.get(below)).or(() -> routes.stream()
                        .filter(route -> route.pattern().matcher(below).matches())
                        .findFirst()));
    }

    /** The operation of a path without parameters; none if it has some, or does not answer to the method. */
    public Optional<Operation> plain(String path, String method) {
        return root.below(path).map(below -> plain.get(below)).map(route -> route.operations()
                .get(method));
    }

    /** Whether amounts are decimal strings below a path of the service. */
    static boolean hasDecimalStrings(String path) {
        return path.startsWith(DECIMAL_STRINGS);
    }

    /** The same path where amounts are decimal strings; one that has none is itself. */
    static String withDecimalStrings(String path) {
        return path.startsWith(NUMBERS) ? DECIMAL_STRINGS + path.substring(NUMBERS.length()) : path;
    }

    private static Stream<String> spelt(String path) {
        return Stream.of(path, withDecimalStrings(path)).distinct();
    }

    private static Route route(String joined, Map<String, Operation> operations) {
        String path = joined.isEmpty() ? "/" : joined;
        Matcher parameters = PARAMETER.matcher(path);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        while (parameters.find()) {
            String own = parameters.group(2);
            pattern.append(Pattern.quote(path.substring(end, parameters.start())))
                    .append(own == null ? "[^/]+" : "(?:" + own.strip() + ")");
            end = parameters.end();
        }
        pattern.append(Pattern.quote(path.substring(end)));
        return new Route(PARAMETER.matcher(path).replaceAll("{$1}"), Pattern.compile(pattern.toString()), operations);
    }

    private static Map<String, Operation> page(Optional<List<String>> query, Set<String> roles) {
        return Map.of("GET", new Operation(false, List.of(), query, Work.OPERATION, Work.OPERATION, roles));
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Operation operation(Method method) {
        List<String> offered = nearest(Produces.class, method).map(Produces::value).stream()
                .flatMap(Stream::of)
                .map(type -> type.replaceFirst("\\s*;.*", ""))
                .toList();
        Optional<Admitted> admitted = nearest(Admitted.class, method);
        return new Operation(
                nearest(Consumes.class, method).isPresent(),
                offered,
                Optional.empty(),
                admitted.map(Admitted::value).orElse(Work.EVALUATION),
                admitted.map(Admitted::letter).orElse(Work.EVALUATION),
                roles(method));
    }

    /** The roles written at the method itself, or else at its class. */
    private static Set<String> roles(Method method) {
        for (AnnotatedElement place : List.of(method, method.getDeclaringClass())) {
            RolesAllowed named = place.getAnnotation(RolesAllowed.class);
            if (named != null) {
                return Set.of(named.value());
            }
            if (place.isAnnotationPresent(PermitAll.class)) {
                return Set.of();
            }
        }
        throw new IllegalStateException(
                "%s says neither by @RolesAllowed nor by @PermitAll who may call it.".formatted(method));
    }

    private static <A extends Annotation> Optional<A> nearest(Class<A> annotation, Method method) {
        return Optional.ofNullable(method.getAnnotation(annotation))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(annotation)));
    }

    /** With its slash; the root alone has nothing else. */
    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        if (path == null || path.value().equals("/")) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }
}
