package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a file: package, imports, the global, declares and rules. After a fault it goes on with what comes next. */
public final class FileParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FileParser.class);
    private static final Set<String> SECTIONS = Set.of("declare", "global", "import", "rule");

    private final TokenCursor cursor;
    private final Faults faults;
    private final List<Syntax.EnumDeclare> enums = new ArrayList<>();
    private final List<Syntax.TypeDeclare> types = new ArrayList<>();
    private final List<Syntax.RuleDeclare> rules = new ArrayList<>();

    private boolean complete = true;
    private boolean importSeen;
    private boolean globalSeen;
    private boolean vocabularyImported;
    private final List<Place> refusedImports = new ArrayList<>();

    private FileParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.faults = cursor.faults();
    }

    /**
     * Reads a file; faults are added, each with its place.
     *
     * @param money the word before an amount of the policy's currency, such as yuan, for examples in remedies
     */
    public static Syntax.RuleFile parse(String file, String text, String money, Faults faults) {
        return new FileParser(new TokenCursor(file, text, money, faults)).file();
    }

    private Syntax.RuleFile file() {
        Syntax.Name packageName = packageName();
        while (!cursor.atEnd()) {
            try {
                section();
            } catch (SyntaxException fault) {
                complete = false;
                fault.addTo(faults);
                cursor.skipSection();
            }
        }
        asOfIsDeclared();
        imports();
        return new Syntax.RuleFile(packageName, importSeen, enums, types, rules, complete, cursor.position());
    }

    private Syntax.Name packageName() {
        Syntax.Name missing = new Syntax.Name("", cursor.place());
        complete = cursor.isWhole();
        importSeen = !complete;
        globalSeen = !complete;
        try {
            if (!cursor.is("package")) {
                throw cursor.fault(
                        FaultCode.EXPECTED,
                        Token.quote("package"),
                        cursor.peek().quoted(),
                        packageMeant());
            }
            cursor.next();
            int from = cursor.position();
            Syntax.Name name = cursor.dotted(TEXTS.text("package"));
            cursor.skipLine();
            cursor.skip(";");
            return new Syntax.Name(cursor.sourceFrom(from).replaceFirst("\\s*;$", ""), name.place());
        } catch (SyntaxException fault) {
            fault.addTo(faults);
            faults.settle(missing.place());
            if (!cursor.atSection()) {
                cursor.skipLine();
                cursor.skip(";");
            }
            return missing;
        }
    }

    private Text packageMeant() {
        String written = "package %s;".formatted(SourceNames.packageOf(missingFolder()));
        return TEXTS.text("writePackage", written);
    }

    private String missingFolder() {
        String file = cursor.place().file();
        return file.substring(0, Math.max(0, file.indexOf('/')));
    }

    private void section() {
        if (cursor.skip("import")) {
            importOfVocabulary();
        } else if (cursor.skip("global")) {
            global();
        } else if (cursor.skip("declare")) {
            declare();
        } else if (cursor.skip("rule")) {
            rules.add(RuleParser.rule(cursor));
            atMost(rules.size(), Limits.RULES, TEXTS.text("rules"));
        } else if (cursor.is(";")) {
            cursor.next();
        } else if (cursor.is("package")) {
            Token second = cursor.next();
            throw new SyntaxException(second.place(), FaultCode.SECTION_REFUSED, TEXTS.text("secondPackage"), "");
        } else {
            unknown(cursor.next());
        }
    }

    /** A misspelt import or global is not missed as well. */
    private void unknown(Token word) {
        Optional<String> meant = Spelling.nearest(word.text(), SECTIONS);
        importSeen |= meant.equals(Optional.of("import"));
        globalSeen |= meant.equals(Optional.of("global"));
        throw new SyntaxException(
                word.place(), FaultCode.SECTION_REFUSED, word.quoted(), Spelling.question(word.text(), SECTIONS));
    }

    private void declare() {
        if (cursor.skip("enum")) {
            enums.add(DeclareParser.enumDeclare(cursor));
        } else {
            types.add(DeclareParser.typeDeclare(cursor));
        }
        atMost(enums.size(), Limits.TYPES, TEXTS.text("enums"));
        atMost(types.size(), Limits.TYPES, TEXTS.text("factTypes"));
    }

    private void atMost(int count, int most, Text what) {
        if (count > most) {
            throw cursor.fault(FaultCode.TOO_MANY, what, most);
        }
    }

    private void importOfVocabulary() {
        Token first = cursor.peek();
        int from = cursor.position();
        cursor.skipLine();
        boolean known = cursor.sourceFrom(from).equals("vocabulary.*");
        cursor.skip(";");
        importSeen = true;
        vocabularyImported |= known;
        if (!known) {
            refusedImports.add(first.place());
        }
    }

    /** The imports other than the vocabulary; where that is missing, the first is probably meant to be it. */
    private void imports() {
        for (Place place : refusedImports) {
            boolean only = !vocabularyImported && place.equals(refusedImports.get(0));
            faults.add(
                    place,
                    FaultCode.IMPORT_REFUSED,
                    only ? TEXTS.text("importVocabulary") : TEXTS.text("takeOutImport"));
        }
    }

    private void global() {
        Token first = cursor.peek();
        int from = cursor.position();
        cursor.skipLine();
        boolean known = cursor.sourceFrom(from).equals("java.time.LocalDate asOf");
        cursor.skip(";");
        globalSeen = true;
        if (!known) {
            faults.add(first.place(), FaultCode.GLOBAL_REFUSED);
        }
    }

    /** As in all DRL, a file that uses asOf declares it. */
    private void asOfIsDeclared() {
        if (!globalSeen) {
            cursor.first("asOf").ifPresent(used -> faults.add(used.place(), FaultCode.GLOBAL_MISSING));
        }
    }
}
