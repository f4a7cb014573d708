package io.subsidyrules.contract;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the resources of the running application answer to. */
final class Routes {

    private Routes() {}

    /** The methods and paths of all resource methods: {@code GET /v1/policies/{policy}}. */
    static SortedSet<String> ofTheApplication() {
        SortedSet<String> routes = new TreeSet<>();
        for (Bean<?> bean : CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBeanClass();
            if (type.isAnnotationPresent(Path.class)) {
                for (Method method : type.getDeclaredMethods()) {
                    for (Annotation annotation : method.getAnnotations()) {
                        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                        if (verb != null) {
                            routes.add(verb.value() + " " + path(type) + path(method));
                        }
                    }
                }
            }
        }
        return routes;
    }

    /** The path of a resource or of one of its methods, with its slash, and without the patterns of its parameters. */
    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        if (path == null) {
            return "";
        }
        String plain = path.value().replaceAll("\\{(\\w+) *:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
        return plain.startsWith("/") ? plain : "/" + plain;
    }
}
