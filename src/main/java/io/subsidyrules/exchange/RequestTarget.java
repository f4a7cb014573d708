package io.subsidyrules.exchange;

import io.subsidyrules.http.RootPath;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.TextCatalogue;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds paths and queries to one spelling. What a gateway before the service lets pass is what the service sees: a path
 * that is written otherwise than its resource's leads nowhere.
 */
final class RequestTarget {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RequestTarget.class);

    /**
     * The characters of a path (RFC 3986), and of a query, where brackets and quotation marks of careless clients do no
     * harm.
     */
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/%-]*+");

    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/?%\\[\\]-]*+");

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})?");

    /** Escapes of unreserved characters, of slashes, of backslashes and of control characters. */
    private static final Pattern NEEDLESS =
            Pattern.compile("%(2[DdEeFf]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaCcFf]|6[1-9A-Fa-f]|7[0-9AaEeFf]|[01][0-9A-Fa-f])");

    /** An empty segment, one of dots alone, a parameter of a path, or a slash at the end. */
    private static final Pattern DETOUR = Pattern.compile("//|/\\.{1,2}(?=/|$)|;|./$");

    /** A folder of files, where the slash at the end is part of the name. */
    private static final Pattern FOLDER = Pattern.compile("/q/swagger-ui/");

    private RequestTarget() {}

    /**
     * The fault of a path or a query as they were sent; none of a path that leads past the service, which others
     * refuse.
     */
    static Optional<LocalisedProblem> fault(HttpServerRequest request, RootPath root) {
        String path = request.path() == null ? "" : request.path();
        String sent = root.below(path).orElse(path);
        String asked = request.query() == null ? "" : request.query();
        if (!PATH.matcher(sent).matches() || !QUERY.matcher(asked).matches()) {
            return Optional.of(LocalisedProblem.badRequest(TEXTS.text("badCharacter")));
        }
        if (!isEscaped(sent) || !isEscaped(asked)) {
            return Optional.of(LocalisedProblem.badRequest(TEXTS.text("badEscape")));
        }
        if (!isUtf8(sent)) {
            return Optional.of(LocalisedProblem.badRequest(TEXTS.text("notUtf8")));
        }
        boolean otherwise = NEEDLESS.matcher(sent).find()
                || (DETOUR.matcher(sent).find() && !FOLDER.matcher(sent).matches());
        return otherwise ? Optional.of(LocalisedProblem.notFound(TEXTS.text("otherwiseWritten"))) : Optional.empty();
    }

    private static boolean isEscaped(String text) {
        return ESCAPE.matcher(text).results().allMatch(escape -> escape.group(1) != null);
    }

    private static boolean isUtf8(String text) {
        if (text.indexOf('%') < 0) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        Matcher escape = ESCAPE.matcher(text);
        int end = 0;
        while (escape.find()) {
            bytes.put(text.substring(end, escape.start()).getBytes(StandardCharsets.US_ASCII));
            bytes.put((byte) Integer.parseInt(escape.group(1), 16));
            end = escape.end();
        }
        bytes.put(text.substring(end).getBytes(StandardCharsets.US_ASCII));
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
