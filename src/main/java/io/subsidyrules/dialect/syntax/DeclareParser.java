package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the declares of enums and of fact types, after the word {@code declare}, and annotations. */
final class DeclareParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DeclareParser.class);
    private static final Set<String> OTHER_DECLARES = Set.of("trait", "window", "entry-point");
    private static final Text TYPE_NAME = TEXTS.text("nameOfFactType");
    private static final Text FIELD = TEXTS.text("fieldOrEnd");

    private static final Text ONLY_TEXT = TEXTS.text("writeOneText");

    private final TokenCursor cursor;
    private boolean complete = true;

    private DeclareParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    static Syntax.EnumDeclare enumDeclare(TokenCursor cursor) {
        return new DeclareParser(cursor).enumDeclare();
    }

    static Syntax.TypeDeclare typeDeclare(TokenCursor cursor) {
        return new DeclareParser(cursor).typeDeclare();
    }

    private Syntax.EnumDeclare enumDeclare() {
        cursor.form(Form.ENUM);
        Syntax.Name name = cursor.name(TEXTS.text("nameOfEnum"));
        List<Syntax.Annotation> annotations = annotations(cursor);
        List<Syntax.ConstantDeclare> constants = new ArrayList<>();
        List<Syntax.FieldDeclare> fields = new ArrayList<>();
        try {
            do {
                constants.add(constant());
                atMost(constants.size(), Limits.CONSTANTS, TEXTS.text("constants"));
            } while (cursor.skip(",") || commaForgotten());
            cursor.semicolon();
            while (!ended(name)) {
                Syntax.Name field = cursor.name(TEXTS.text("titleOfEnumOrEnd"));
                cursor.expect(":");
                Syntax.Name type = cursor.name(TEXTS.text("typeOfColumn"));
                fields.add(new Syntax.FieldDeclare(field, type, annotations(cursor)));
                atMost(fields.size(), Limits.FIELDS, TEXTS.text("fields"));
                cursor.skip(";");
            }
        } catch (SyntaxException fault) {
            failed(fault);
        }
        return new Syntax.EnumDeclare(name, annotations, constants, fields, complete);
    }

    private Syntax.ConstantDeclare constant() {
        Syntax.Name name = cursor.name(TEXTS.text("constant"));
        Token opening = cursor.open("(");
        Syntax.Name en = literal(cursor, TEXTS.text("englishTitle"));
        cursor.expect(",");
        Syntax.Name zh = literal(cursor, TEXTS.text("chineseTitle"));
        List<Syntax.Name> values = new ArrayList<>();
        while (cursor.is(",") && isNumber()) {
            cursor.next();
            values.add(number());
        }
        if (cursor.is(",") && cursor.peekAfter().first()) {
            cursor.faults().add(opening.place(), FaultCode.BRACKET_NOT_CLOSED, opening.text(), ")");
        } else {
            cursor.close(opening, ")");
        }
        return new Syntax.ConstantDeclare(name, List.of(en, zh), values);
    }

    /** Whether a number of a column follows the comma. */
    private boolean isNumber() {
        Token next = cursor.peekAfter();
        return next.isKind(Token.Kind.NUMBER)
                || (next.is("-") && cursor.peekAt(2).isKind(Token.Kind.NUMBER));
    }

    private Syntax.Name number() {
        Place place = cursor.place();
        String sign = cursor.skip("-") ? "-" : "";
        return new Syntax.Name(
                sign + cursor.number(TEXTS.text("numberOfColumn")).text(), place);
    }

    /** Whether a further constant follows without a comma before it, which is a fault. */
    private boolean commaForgotten() {
        boolean forgotten = cursor.isKind(Token.Kind.NAME) && cursor.peekAfter().is("(");
        if (forgotten) {
            cursor.forgotten(",");
        }
        return forgotten;
    }

    private Syntax.TypeDeclare typeDeclare() {
        cursor.form(Form.TYPE);
        if (OTHER_DECLARES.contains(cursor.peek().text()) && !cursor.peekAfter().isKind(Token.Kind.SYMBOL)) {
            throw cursor.fault(FaultCode.SECTION_REFUSED, cursor.peek().quoted(), "");
        }
        Token first = cursor.peek();
        Syntax.Name name = cursor.dotted(TYPE_NAME);
        if (!name.text().equals(first.text())) {
            Text written = TEXTS.text("inQuotes", name.text());
            throw new SyntaxException(
                    name.place(), FaultCode.EXPECTED, TYPE_NAME, written, Form.TYPE.remedy(cursor.money()));
        }
        Optional<Syntax.Name> base =
                cursor.skip("extends") ? Optional.of(cursor.dotted(TEXTS.text("claimBase"))) : Optional.empty();
        List<Syntax.Annotation> annotations = annotations(cursor);
        if (annotations.isEmpty()) {
            headIsOver(name);
        }
        List<Syntax.FieldDeclare> fields = new ArrayList<>();
        try {
            while (!ended(name)) {
                fields.add(field());
                atMost(fields.size(), Limits.FIELDS, TEXTS.text("fields"));
            }
        } catch (SyntaxException fault) {
            failed(fault);
        }
        return new Syntax.TypeDeclare(name, base, annotations, fields, complete);
    }

    private void headIsOver(Syntax.Name name) {
        if (cursor.isKind(Token.Kind.NAME) && cursor.peekAfter().is("(")) {
            throw new SyntaxException(
                    name.place(),
                    FaultCode.EXPECTED,
                    Token.quote("enum"),
                    Token.quote(name.text()),
                    TEXTS.text("declareEnum", name.text()));
        }
        boolean field = cursor.peek().first() || cursor.peekAfter().is(":");
        if (cursor.isKind(Token.Kind.NAME) && !cursor.is("end") && !field) {
            throw cursor.expected(TEXTS.text("extendsOrAnnotation"));
        }
    }

    private Syntax.FieldDeclare field() {
        cursor.form(Form.FIELD);
        Token first = cursor.peek();
        Syntax.Name name = cursor.name(FIELD);
        oneWord(first);
        if (cursor.atEnd() || cursor.atSection()) {
            throw new SyntaxException(
                    first.place(), FaultCode.EXPECTED, FIELD, first.quoted(), Form.FIELD.remedy(cursor.money()));
        }
        cursor.expect(":");
        int from = cursor.position();
        Syntax.Name type = cursor.dotted(TEXTS.text("typeOfField"));
        while (cursor.is("[") || cursor.is("]")) {
            cursor.next();
        }
        type = new Syntax.Name(cursor.sourceFrom(from), type.place());
        if (cursor.is("=")) {
            throw cursor.notAValue(TEXTS.text("initialValue"));
        }
        Syntax.FieldDeclare field = new Syntax.FieldDeclare(name, type, annotations(cursor));
        cursor.skip(";");
        return field;
    }

    /** A name of two words is written as one. */
    private void oneWord(Token first) {
        Token second = cursor.peek();
        if (second.isKind(Token.Kind.NAME)
                && !second.first()
                && cursor.peekAfter().is(":")) {
            String rest = second.text();
            String one = first.text() + Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
            throw cursor.fault(FaultCode.EXPECTED, Token.quote(":"), second.quoted(), TEXTS.text("nameIsOneWord", one));
        }
    }

    /** Whether the declare ends here, by its end or, with a fault, because the next begins or the file is over. */
    private boolean ended(Syntax.Name name) {
        if (cursor.skip("end")) {
            return true;
        }
        if (cursor.atEnd() || cursor.atSection()) {
            cursor.missingEnd(name.place(), TEXTS.text("declareOf", name.text()));
            return true;
        }
        return false;
    }

    /** Goes on behind the declare, of which what was read so far is kept. */
    private void failed(SyntaxException fault) {
        complete = false;
        fault.addTo(cursor.faults());
        cursor.skipSection();
    }

    private void atMost(int count, int most, Text what) {
        if (count > most) {
            throw cursor.fault(FaultCode.TOO_MANY, what, most);
        }
    }

    /** Annotations, each with one text or nothing; another value is passed over with a fault. */
    static List<Syntax.Annotation> annotations(TokenCursor cursor) {
        List<Syntax.Annotation> annotations = new ArrayList<>();
        while (cursor.skip("@")) {
            Syntax.Name name = cursor.dotted(TEXTS.text("nameOfAnnotation"));
            Optional<Syntax.Name> argument = Optional.empty();
            Optional<Syntax.Name> number = Optional.empty();
            if (cursor.is("(")) {
                Token opening = cursor.next();
                if (cursor.isKind(Token.Kind.STRING) && !cursor.peekAfter().isKind(Token.Kind.STRING)) {
                    Token value = cursor.next();
                    argument = Optional.of(new Syntax.Name(value.text(), value.place()));
                    if (name.text().equals(AnnotationNames.UNIT) && cursor.skip(",")) {
                        number = Optional.of(cursor.number(TEXTS.text("decimals")));
                    }
                }
                closeAnnotation(cursor, opening, name, argument.isPresent());
            }
            cursor.skipClosings();
            annotations.add(new Syntax.Annotation(name, argument, number));
        }
        return annotations;
    }

    private static void closeAnnotation(TokenCursor cursor, Token opening, Syntax.Name name, boolean hasText) {
        if (cursor.is(")") || (hasText && cursor.isForgotten())) {
            cursor.close(opening, ")");
            return;
        }
        if (AnnotationNames.isKnown(name.text())) {
            boolean number =
                    cursor.isKind(Token.Kind.NUMBER) && cursor.peekAfter().is(")");
            cursor.faults()
                    .add(
                            cursor.place(),
                            number ? FaultCode.ANNOTATION_VALUE : FaultCode.EXPRESSION_REFUSED,
                            number ? name.text() : cursor.peek().quoted(),
                            ONLY_TEXT);
            cursor.faults().settle(name.place());
        }
        cursor.skipBrackets();
    }

    /** A text, and nothing that is computed. */
    private static Syntax.Name literal(TokenCursor cursor, Text what) {
        boolean computed = cursor.isKind(Token.Kind.NAME) || cursor.isKind(Token.Kind.NUMBER);
        if (computed) {
            throw cursor.fault(FaultCode.EXPRESSION_REFUSED, cursor.peek().quoted(), ONLY_TEXT);
        }
        Syntax.Name text = cursor.string(what);
        if (!cursor.is(",") && !cursor.is(")") && cursor.isKind(Token.Kind.SYMBOL) && !cursor.isForgotten()) {
            throw cursor.fault(FaultCode.EXPRESSION_REFUSED, cursor.peek().quoted(), ONLY_TEXT);
        }
        return text;
    }
}
