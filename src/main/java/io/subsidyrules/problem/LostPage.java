package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.http.RootPath;
import io.subsidyrules.page.Layout;
import io.subsidyrules.page.Page;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.page.Style;
import io.subsidyrules.page.Template;
import io.subsidyrules.text.Language;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The page for a person who opens a path at which there is nothing. Programs get the problem. */
@ApplicationScoped
class LostPage {

    static final String TYPE = "text/html;charset=UTF-8";

    private static final Template TEMPLATE = Template.html(LostPage.class, "lost.html");
    private static final Map<Language, Phrases> WORDS = words();

    private final RootPath root;

    LostPage(RootPath root) {
        this.root = root;
    }

    /** Whether the page is for that problem; a path outside of the root path has no way to the first page. */
    boolean tells(HttpProblem problem, HttpServerRequest request) {
        return problem.getStatusCode() == ProblemType.NOT_FOUND.status()
                && root.below(request.path()).isPresent();
    }

    /** The page in the language of the problem. */
    byte[] of(HttpProblem problem, HttpServerRequest request) {
        Language language = Stream.of(Language.values())
                .filter(one -> one.tag().equals(problem.getHeaders().get(HttpHeaders.CONTENT_LANGUAGE)))
                .findFirst()
                .orElse(Language.EN);
        Phrases words = Objects.requireNonNull(WORDS.get(language));
        Layout layout = Layout.of(
                words.say("title"),
                language,
                Problems.chosen(request).isPresent(),
                root.below(request.path()).orElseThrow(),
                "");
        return Page.html(
                TEMPLATE,
                layout,
                words,
                Map.of(
                        "detail", String.valueOf(problem.getDetail()),
                        "instance", String.valueOf(problem.getInstance())));
    }

    static String contentSecurityPolicy() {
        return Style.contentSecurityPolicy();
    }

    private static Map<Language, Phrases> words() {
        Map<Language, Phrases> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, Phrases.read(LostPage.class, "lost", language));
        }
        return words;
    }
}
