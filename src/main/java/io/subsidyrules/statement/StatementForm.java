package io.subsidyrules.statement;

import java.nio.charset.StandardCharsets;

/** A form in which a statement is written, in UTF-8. Equal statements give equal bytes. */
public enum StatementForm {
    /** Lines of at most 78 columns, to be printed as they are. */
    TEXT {
        @Override
        public byte[] bytes(Statement statement) {
            return new PrintedLines(statement.language())
                    .of(Templates.text(statement))
                    .getBytes(StandardCharsets.UTF_8);
        }
    },
    /** A whole document of HTML, which is also well-formed XML, with its style and without scripts. */
    HTML {
        @Override
        public byte[] bytes(Statement statement) {
            return Templates.html(statement).getBytes(StandardCharsets.UTF_8);
        }
    };

    /** The statement in this form. */
    public abstract byte[] bytes(Statement statement);

    /** The {@code Content-Security-Policy} under which the HTML shows as it should: nothing is loaded, nothing runs. */
    public static String contentSecurityPolicy() {
        return Templates.CONTENT_SECURITY_POLICY;
    }
}
