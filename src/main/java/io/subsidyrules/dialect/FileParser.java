package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file: package, imports, the global, declares and rules. */
final class FileParser {

    private final Cursor cursor;
    private final Faults faults;
    private final List<Syntax.Name> imports = new ArrayList<>();
    private final List<Syntax.EnumDeclare> enums = new ArrayList<>();
    private final List<Syntax.TypeDeclare> types = new ArrayList<>();
    private final List<Syntax.RuleDeclare> rules = new ArrayList<>();

    private boolean globalSeen;

    private FileParser(Cursor cursor, Faults faults) {
        this.cursor = cursor;
        this.faults = faults;
    }

    /** Reads a file; empty where not even its package can be read. Faults are added, each with its place. */
    static Optional<Syntax.RuleFile> parse(String file, String text, Faults faults) {
        try {
            return Optional.of(new FileParser(new Cursor(file, text), faults).file());
        } catch (SyntaxException fault) {
            faults.add(fault.fault());
            return Optional.empty();
        }
    }

    private Syntax.RuleFile file() {
        cursor.expect("package");
        Syntax.Name packageName = cursor.name("the package, which is the folder's name with _ for -");
        cursor.skip(";");
        while (!cursor.atEnd()) {
            try {
                declaration();
            } catch (SyntaxException fault) {
                faults.add(fault.fault());
                cursor.recover();
            }
        }
        asOfIsDeclared();
        return new Syntax.RuleFile(cursor.file(), packageName, imports, enums, types, rules);
    }

    private void declaration() {
        if (cursor.skip("import")) {
            importOfVocabulary();
        } else if (cursor.skip("global")) {
            global();
        } else if (cursor.skip("declare")) {
            if (cursor.skip("enum")) {
                enums.add(DeclareParser.enumDeclare(cursor));
            } else {
                types.add(DeclareParser.typeDeclare(cursor));
            }
        } else if (cursor.skip("rule")) {
            rules.add(RuleParser.rule(cursor));
        } else {
            throw new SyntaxException(
                    cursor.place(),
                    FaultCode.NOT_IN_DIALECT,
                    "A rule file holds import, global asOf, declare and rule; %s is none of these."
                            .formatted(cursor.peek().quoted()),
                    "规则文件只能包含 import、global asOf、declare 和 rule，不能出现 %s。"
                            .formatted(cursor.peek().quoted()));
        }
    }

    private void importOfVocabulary() {
        Syntax.Name first = cursor.name("vocabulary");
        int from = cursor.position();
        cursor.skipLine(first.place());
        boolean whole = cursor.sourceFrom(from).equals(".*");
        cursor.skip(";");
        if (!whole || !first.text().equals("vocabulary")) {
            throw new SyntaxException(
                    first.place(),
                    FaultCode.NOT_IN_DIALECT,
                    "Only the vocabulary can be imported. Write: import vocabulary.*;",
                    "只能导入 vocabulary，请写作：import vocabulary.*;");
        }
        imports.add(first);
    }

    private void global() {
        Place place = cursor.place();
        int first = cursor.position();
        cursor.skipLine(place);
        if (!cursor.sourceFrom(first).equals("java.time.LocalDate asOf")) {
            throw new SyntaxException(
                    place,
                    FaultCode.NOT_IN_DIALECT,
                    "The one global is: global java.time.LocalDate asOf;",
                    "唯一可用的 global 是：global java.time.LocalDate asOf;");
        }
        cursor.skip(";");
        globalSeen = true;
    }

    /** As in all DRL, a file that uses asOf declares it. */
    private void asOfIsDeclared() {
        if (!globalSeen) {
            cursor.first("asOf")
                    .ifPresent(used -> faults.add(
                            used.place(),
                            FaultCode.MISSING,
                            "asOf is used, but not declared. Write after the imports: global java.time.LocalDate asOf;",
                            "使用了 asOf 但没有声明，请在 import 之后写明：global java.time.LocalDate asOf;"));
        }
    }
}
