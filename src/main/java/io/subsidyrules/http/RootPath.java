package io.subsidyrules.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The path below which the service has all of its own, as {@code quarkus.http.root-path} was set when it was built. */
@ApplicationScoped
public class RootPath {

    private final String path;

    /** @param path with or without slashes around it; a slash alone where the service has a host of its own */
    public RootPath(@ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String path) {
        String inner = path.replaceAll("^/+|/+$", "");
        this.path = inner.isEmpty() ? "" : "/" + inner;
    }

    /**
     * The path of the service that a path as it was sent leads to, which begins with a slash; none if it leads past the
     * service.
     */
    public Optional<String> below(@Nullable String sent) {
        return sent != null && sent.startsWith(path + "/")
                ? Optional.of(sent.substring(path.length()))
                : Optional.empty();
    }

    /** The path by which a path of the service is asked for. */
    public String with(String path) {
        return this.path + path;
    }
}
