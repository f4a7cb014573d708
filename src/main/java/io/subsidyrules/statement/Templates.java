package io.subsidyrules.statement;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Fills the templates of the two forms. Whatever comes from a request or a rule file is a value, which the engine never
 * reads as a template, and is made inert where it is put in.
 */
final class Templates {

    /** A thousand claims of the most expensive type take seconds. */
    private static final long TIMEOUT_MILLIS = 120_000;

    private static final HtmlEscaper ESCAPER = new HtmlEscaper(List.of());
    private static final String STYLE = resource("statement.css");

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(styleHash());

    private static final Template TEXT = parsed("statement.txt", Inert::line);
    private static final Template HTML = parsed("statement.html", Templates::escaped);

    private Templates() {}

    static String text(Statement statement) {
        return filled(TEXT, statement);
    }

    static String html(Statement statement) {
        return filled(HTML, statement);
    }

    /** The source expression of a Content-Security-Policy that allows the style. */
    private static String styleHash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String filled(Template template, Statement statement) {
        return template.data("statement", statement)
                .data("words", Phrases.in(statement.language()).phrases())
                .data("style", new RawString(STYLE))
                .data("lang", statement.language().tag())
                .render();
    }

    private static String escaped(String value) {
        return ESCAPER.map(Inert.line(value), null);
    }

    private static Template parsed(String name, UnaryOperator<String> inert) {
        EngineBuilder builder = Engine.builder()
                .addDefaults()
                .addValueResolver(new RecordValues())
                .addResultMapper(mapper(inert))
                .timeout(TIMEOUT_MILLIS);
        return builder.build().parse(resource(name));
    }

    private static ResultMapper mapper(UnaryOperator<String> inert) {
        return new ResultMapper() {
            @Override
            public boolean appliesTo(TemplateNode.Origin origin, Object result) {
                return !(result instanceof RawString);
            }

            @Override
            public String map(Object result, Expression expression) {
                return inert.apply(result.toString());
            }
        };
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
