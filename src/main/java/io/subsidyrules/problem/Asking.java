package io.subsidyrules.problem;

import io.subsidyrules.http.Correlation;
import org.jspecify.annotations.Nullable;

/**
 * The part of a line of the log on a problem that comes from the request.
 *
 * @param template the path with its parameters in braces
 * @param caller as it was sent
 */
public record Asking(
        String method, String template, @Nullable String caller, Correlation correlation) {}
