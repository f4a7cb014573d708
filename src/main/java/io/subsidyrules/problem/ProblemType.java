package io.subsidyrules.problem;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of problems, each with its HTTP status, its title and what to do about it. */
public enum ProblemType {
    BAD_REQUEST(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    CONFLICT(409),
    TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    EXPECTATION_FAILED(417),
    INVALID_CONTENT(422),
    RECORDED_REQUEST(422),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    NOT_IMPLEMENTED(501),
    UNAVAILABLE(503),
    VERSION_NOT_SUPPORTED(505);

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ProblemType.class);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** In a few words. */
    public Text title() {
        return TEXTS.text(name() + ".title");
    }

    /** The sentences that say what it means and what to do. */
    public Text remedy() {
        return TEXTS.text(name() + ".remedy");
    }

    /** The last part of its URI: {@code invalid-content}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stable URI path of its documentation. */
    String path() {
        return "/problems/" + slug();
    }

    /** The kind of a status; of one that no kind has, the general one. */
    public static ProblemType of(int status) {
        return Stream.of(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
    }

    /** The problem whose URI ends so. */
    public static Optional<ProblemType> ofSlug(String slug) {
        return Stream.of(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
