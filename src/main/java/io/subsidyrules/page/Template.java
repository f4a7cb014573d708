package io.subsidyrules.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateNode;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A template beside a class. Whatever comes from a request or a rule file is a value, which the engine never reads as a
 * template, and is made inert where it is put in.
 */
public final class Template {

    /** A thousand claims of the most expensive type take seconds. */
    private static final long TIMEOUT_MILLIS = 120_000;

    private static final HtmlEscaper ESCAPER = new HtmlEscaper(List.of());
    private static final Engine TEXT = engine(InertText::line);
    private static final Engine HTML = engine(Template::escaped);

    static {
        HTML.putTemplate("layout", HTML.parse(Resource.text(Template.class, "layout.html")));
    }

    private final io.quarkus.qute.Template parsed;

    private Template(Engine engine, Class<?> beside, String name) {
        this.parsed = engine.parse(Resource.text(beside, name));
    }

    /** A template of plain text. */
    public static Template text(Class<?> beside, String name) {
        return new Template(TEXT, beside, name);
    }

    /** A template of HTML, which can include {@code layout}. */
    public static Template html(Class<?> beside, String name) {
        return new Template(HTML, beside, name);
    }

    /**
     * The template with its values put in.
     *
     * @param words the phrases that it takes as {@code words.key}
     */
    public String filled(Phrases words, Map<String, Object> values) {
        Language language = words.language();
        TemplateInstance filled = parsed.data("words", words.phrases())
                .data("style", new RawString(Style.CSS))
                .data("lang", language.tag());
        values.forEach(filled::data);
        return filled.render();
    }

    private static Engine engine(UnaryOperator<String> inert) {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new RecordValues())
                .addResultMapper(mapper(inert))
                .timeout(TIMEOUT_MILLIS)
                .build();
    }

    private static String escaped(String value) {
        return ESCAPER.map(InertText.line(value), null);
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
}
