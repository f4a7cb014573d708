package io.subsidyrules.statement;

import io.subsidyrules.page.Link;
import io.subsidyrules.page.Resent;
import io.subsidyrules.page.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A form in which a statement is written, in UTF-8. Equal statements give equal bytes. */
public enum StatementForm {
    /** Lines of at most 78 columns, to be printed as they are. */
    TEXT(Template.text(Statement.class, "statement.txt")) {
        @Override
        String laidOut(String filled, Statement statement) {
            return new PrintedLines(statement.language()).of(filled);
        }
    },
    /** A whole document of HTML, which is also well-formed XML, with its style and without scripts. */
    HTML(Template.html(Statement.class, "statement.html")) {
        @Override
        String laidOut(String filled, Statement statement) {
            return filled;
        }
    };

    private final Template template;

    StatementForm(Template template) {
        this.template = template;
    }

    /** The statement in this form. */
    public byte[] bytes(Statement statement) {
        return bytes(statement, List.of());
    }

    /** The same with links that a browser shows on top and no paper has. */
    public byte[] bytes(Statement statement, List<Link> links) {
        return bytes(statement, Map.of("statement", statement, "links", links, "resent", List.of()));
    }

    /** The same with what was entered for it, to be sent again. */
    public byte[] bytes(Statement statement, Resent resent) {
        return bytes(statement, Map.of("statement", statement, "links", List.of(), "resent", List.of(resent)));
    }

    private byte[] bytes(Statement statement, Map<String, Object> values) {
        String filled = template.filled(StatementWords.in(statement.language()), values);
        return laidOut(filled, statement).getBytes(StandardCharsets.UTF_8);
    }

    abstract String laidOut(String filled, Statement statement);
}
