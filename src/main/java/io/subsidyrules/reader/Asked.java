package io.subsidyrules.reader;

import io.subsidyrules.http.Accept;
import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.http.RequestedPath;
import io.subsidyrules.page.Layout;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.Language;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request for a page. The query's {@code lang} goes before {@code Accept-Language}: a link can choose a
 * language, and a header cannot be chosen by one.
 *
 * @param type the media type that is preferred among those offered, without parameters
 * @param chosen the language that the query names
 * @param accepted the one that {@code Accept-Language} asks for
 * @param path of the request as it was sent
 * @param query the other parameters, each with {@code &} behind it
 */
public record Asked(String type, Optional<Language> chosen, Language accepted, String path, String query) {

    /** The media type of pages. */
    public static final String HTML = "text/html";

    /** The name of the parameter that chooses the language. */
    public static final String LANG = "lang";

    /**
     * Reads what is asked for.
     *
     * @param offered the media types that there are, the one that is had without a wish first
     * @param known the names of the other query parameters
     * @throws NotAcceptableException if none of the types will do
     * @throws LocalisedProblem if the query has other parameters, or names another language
     */
    public static Asked of(UriInfo uri, HttpHeaders headers, List<String> offered, List<String> known) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        List<String> names = new ArrayList<>(known);
        names.add(LANG);
        KnownQuery.check(query, names);
        return new Asked(
                Accept.preferred(headers.getRequestHeader(HttpHeaders.ACCEPT), offered)
                        .orElseThrow(NotAcceptableException::new),
                Optional.ofNullable(query.getFirst(LANG)).map(Asked::language),
                AcceptLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
                RequestedPath.of(uri),
                known.stream()
                        .filter(query::containsKey)
                        .map(name -> encoded(name) + "=" + encoded(query.getFirst(name)) + "&")
                        .collect(Collectors.joining()));
    }

    private static Language language(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equalsIgnoreCase(tag)
                        || language.name().toLowerCase(Locale.ROOT).equals(tag))
                .findFirst()
                .orElseThrow(() -> LocalisedProblem.badQuery(LANG, "en, zh-CN"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The language to answer in. */
    public Language language() {
        return chosen.orElse(accepted);
    }

    /** The same in another language, which the thing asked for has of its own. */
    public Asked in(Language language) {
        return new Asked(type, chosen, language, path, query);
    }

    /** Whether a page is asked for, and no data. */
    public boolean isForPage() {
        return type.equals(HTML);
    }

    /** The layout of the page that answers. */
    public Layout layout(String title) {
        return Layout.of(title, language(), chosen.isPresent(), path, query);
    }
}
