package io.subsidyrules.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the declares of enums and of fact types, after the word {@code declare}, and annotations. */
final class DeclareParser {

    private DeclareParser() {}

    static Syntax.EnumDeclare enumDeclare(Cursor cursor) {
        Syntax.Name name = cursor.name("the name of the enum");
        List<Syntax.Annotation> annotations = annotations(cursor);
        List<Syntax.ConstantDeclare> constants = new ArrayList<>();
        do {
            constants.add(constant(cursor));
        } while (cursor.skip(","));
        cursor.expect(";");
        List<Syntax.Name> fields = new ArrayList<>();
        while (!cursor.skip("end")) {
            fields.add(cursor.name("a field of the enum (en or zh), or end"));
            cursor.expect(":");
            cursor.expect("String");
            cursor.skip(";");
        }
        return new Syntax.EnumDeclare(name, annotations, constants, fields);
    }

    private static Syntax.ConstantDeclare constant(Cursor cursor) {
        Syntax.Name name = cursor.name("a constant");
        cursor.expect("(");
        Syntax.Name en = cursor.string("the English title");
        cursor.expect(",");
        Syntax.Name zh = cursor.string("the Chinese title");
        cursor.expect(")");
        return new Syntax.ConstantDeclare(name, List.of(en, zh));
    }

    static Syntax.TypeDeclare typeDeclare(Cursor cursor) {
        Syntax.Name name = cursor.name("the name of the fact type");
        Optional<Syntax.Name> base =
                cursor.skip("extends") ? Optional.of(cursor.name("Claim, the one base")) : Optional.empty();
        List<Syntax.Annotation> annotations = annotations(cursor);
        List<Syntax.FieldDeclare> fields = new ArrayList<>();
        while (!cursor.skip("end")) {
            Syntax.Name field = cursor.name("a field, or end");
            cursor.expect(":");
            Syntax.Name type = cursor.name("the type of the field");
            fields.add(new Syntax.FieldDeclare(field, type, annotations(cursor)));
            cursor.skip(";");
        }
        return new Syntax.TypeDeclare(name, base, annotations, fields);
    }

    static List<Syntax.Annotation> annotations(Cursor cursor) {
        List<Syntax.Annotation> annotations = new ArrayList<>();
        while (cursor.skip("@")) {
            Syntax.Name name = cursor.name("the name of an annotation");
            Optional<Syntax.Name> argument = Optional.empty();
            if (cursor.skip("(")) {
                argument = Optional.of(cursor.string("the value"));
                cursor.expect(")");
            }
            annotations.add(new Syntax.Annotation(name, argument));
        }
        return annotations;
    }
}
