package io.subsidyrules.evaluation;

import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.http.Accept;
import io.subsidyrules.page.Style;
import io.subsidyrules.statement.Origin;
import io.subsidyrules.statement.StatementBuilder;
import io.subsidyrules.statement.StatementForm;
import io.subsidyrules.text.Language;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which an answer can be requested: the JSON of the contract, which is the default, or a statement for
 * people.
 */
enum AnswerForm {
    JSON(AnswerForm.JSON_TYPE, Optional.empty()),
    TEXT(AnswerForm.TEXT_TYPE, Optional.of(StatementForm.TEXT)),
    HTML(AnswerForm.HTML_TYPE, Optional.of(StatementForm.HTML));

    static final String JSON_TYPE = MediaType.APPLICATION_JSON;
    static final String TEXT_TYPE = MediaType.TEXT_PLAIN + ";charset=UTF-8";
    static final String HTML_TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

    private static final List<String> OFFERED = Stream.of(values())
            .map(form -> form.type.getType() + "/" + form.type.getSubtype())
            .toList();

    private final MediaType type;
    private final Optional<StatementForm> statement;

    AnswerForm(String type, Optional<StatementForm> statement) {
        this.type = MediaType.valueOf(type);
        this.statement = statement;
    }

    /**
     * The form that these {@code Accept} headers prefer.
     *
     * @throws NotAcceptableException if none will do
     */
    static AnswerForm preferred(@Nullable List<String> headers) {
        return Accept.preferred(headers, OFFERED)
                .map(type -> values()[OFFERED.indexOf(type)])
                .orElseThrow(NotAcceptableException::new);
    }

    /** Whether these {@code Accept} headers prefer JSON. */
    static boolean isJsonPreferred(List<String> headers) {
        return Accept.preferred(headers, OFFERED).filter(JSON_TYPE::equals).isPresent();
    }

    /** The depth of the explanation for it; a statement gives its reasons however few items it shows. */
    Explain explained(Explain shown) {
        return statement.isPresent() ? StatementBuilder.explained(shown) : shown;
    }

    /** The answer in this form, with the items that are shown. */
    byte[] bytes(Evaluated evaluated, Explain shown, Language language) {
        return statement.isPresent()
                ? statement
                        .get()
                        .bytes(StatementBuilder.of(
                                evaluated.ruleset(),
                                evaluated.request(),
                                evaluated.answer(),
                                shown,
                                language,
                                new Origin.Evaluated(evaluated.made())))
                : AnswerWriter.bytes(evaluated.answer(), language);
    }

    /** The response with the media type, and a page with the policy by which a browser shows it. */
    Response.ResponseBuilder headed(Response.ResponseBuilder response) {
        response.type(type);
        if (this == HTML) {
            response.header("Content-Security-Policy", Style.contentSecurityPolicy());
        }
        return response;
    }
}
