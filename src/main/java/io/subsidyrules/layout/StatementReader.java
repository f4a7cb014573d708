package io.subsidyrules.layout;

import io.subsidyrules.dialect.syntax.SourceWord;
import io.subsidyrules.dialect.syntax.SourceWord.Kind;
import io.subsidyrules.layout.Statement.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Divides the words of a rule file into statements. Not thread-safe. */
final class StatementReader {

    private static final int MEMBER = 4;
    private static final int TITLE = 8;
    private static final Set<String> HEADERS = Set.of("package", "import", "global");
    private static final Set<String> SECTIONS = Set.of("package", "import", "global", "declare", "rule");
    private static final Set<String> TITLES = Set.of("en", "zh");
    private static final Set<String> BEHIND_CONTENT = Set.of("when", "then", "end");

    private final List<WrittenWord> words;
    private final List<Statement> statements = new ArrayList<>();
    private int begin;
    private int at;

    StatementReader(List<WrittenWord> words) {
        this.words = List.copyOf(words);
    }

    /** The blanks before a comment above a statement: one above {@code end} belongs to what that ends. */
    static int indentOfComments(Statement statement) {
        WrittenWord first = statement.words().get(0);
        return statement.words().size() <= 2
                        && BEHIND_CONTENT.contains(first.word().text())
                ? MEMBER
                : statement.indent();
    }

    List<Statement> all() {
        String before = "";
        while (at < words.size()) {
            String section = word().text();
            boolean header = HEADERS.contains(section);
            Space space = header && section.equals(before) ? Space.NONE : Space.BLANK_LINE;
            if (is("declare")) {
                declare();
            } else if (is("rule")) {
                rule();
            } else {
                header(space);
            }
            before = section;
        }
        return statements;
    }

    private SourceWord word() {
        return words.get(at).word();
    }

    private boolean is(String symbolOrName) {
        return isAt(at, symbolOrName);
    }

    private boolean isAt(int index, String symbolOrName) {
        return index < words.size() && words.get(index).is(symbolOrName);
    }

    private boolean isName() {
        return at < words.size() && words.get(at).isKind(Kind.NAME);
    }

    /** The words since the last statement are one, with the semicolons that follow. */
    private void statement(int indent, Space space) {
        while (is(";")) {
            at++;
        }
        statements.add(new Statement(indent, space, words.subList(begin, at)));
        begin = at;
    }

    /** A line at the beginning of a file, to its semicolon; without one, to the line that begins the next section. */
    private void header(Space space) {
        do {
            at++;
        } while (at < words.size()
                && !isAt(at - 1, ";")
                && !(words.get(at).startsLine() && SECTIONS.contains(word().text())));
        statement(0, space);
    }

    private void declare() {
        at++;
        boolean enumeration = is("enum");
        at += enumeration ? 2 : 1;
        while (at < words.size() && !is("@") && !is("end") && !isMember(enumeration)) {
            at++;
        }
        statement(0, Space.BLANK_LINE);
        int members = statements.size();
        annotations(MEMBER);
        while (at < words.size() && !is("end")) {
            Space space = statements.size() == members ? Space.NONE : Space.AS_WRITTEN;
            if (isName() && isAt(at + 1, "(")) {
                constant(space);
            } else {
                field(space, enumeration);
            }
        }
        end();
    }

    private boolean isMember(boolean enumeration) {
        return isName() && (isAt(at + 1, ":") || (enumeration && isAt(at + 1, "(")));
    }

    private void constant(Space space) {
        at++;
        brackets();
        at += is(",") ? 1 : 0;
        statement(MEMBER, space);
    }

    /** A field with its annotations, its titles on a line of their own; a column of an enum has all on one line. */
    private void field(Space space, boolean column) {
        do {
            at++;
        } while (at < words.size() && !is("@") && !is("end") && !isMember(true));
        while (is("@") && (column || !TITLES.contains(words.get(at + 1).word().text()))) {
            annotation();
        }
        statement(MEMBER, space);
        annotations(TITLE);
    }

    /** Annotations, each on its line; the two titles share one if they fit, which is left to the layout. */
    private void annotations(int indent) {
        while (is("@")) {
            boolean title = isAt(at + 1, "en");
            annotation();
            if (title && is("@") && isAt(at + 1, "zh")) {
                annotation();
            }
            statement(indent, Space.NONE);
        }
    }

    private void annotation() {
        at += 2;
        while (is(".")) {
            at += 2;
        }
        brackets();
    }

    /** Passes brackets where they open here. */
    private void brackets() {
        int depth = 0;
        do {
            depth += is("(") ? 1 : is(")") ? -1 : 0;
            at += depth > 0 || is(")") ? 1 : 0;
        } while (depth > 0 && at < words.size());
    }

    private void rule() {
        at += 2;
        at += is("extends") ? 2 : 0;
        statement(0, Space.BLANK_LINE);
        annotations(MEMBER);
        while (at < words.size() && !is("when")) {
            at += 2;
            statement(MEMBER, Space.NONE);
        }
        at++;
        statement(0, Space.NONE);
        while (at < words.size() && !is("then")) {
            pattern();
        }
        at++;
        statement(0, Space.NONE);
        while (at < words.size() && !is("end")) {
            outcome();
        }
        end();
    }

    /** Conditions on a fact, to their closing bracket, or to the list whose members they are on. */
    private void pattern() {
        while (at < words.size() && !is("(") && !is("then")) {
            at++;
        }
        brackets();
        if (is("from")) {
            at += 4;
        }
        statement(MEMBER, Space.NONE);
    }

    private void outcome() {
        do {
            at++;
        } while (at < words.size() && !isAt(at - 1, ";") && !is("end"));
        statement(MEMBER, Space.NONE);
    }

    private void end() {
        at++;
        statement(0, Space.NONE);
    }
}
