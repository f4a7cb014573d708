package io.subsidyrules.dialect.source;

import io.subsidyrules.codes.CodeLists;
import io.subsidyrules.fault.Spelling;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the rules folder that is not read although its name looks like that of a rule file, policy file or scenario
 * file.
 *
 * @param path relative to the folder, with forward slashes
 * @param meant the name under which it would be read; empty for a copy or a temporary file of an editor
 */
public record UnreadFile(String path, Optional<String> meant) {

    private static final int CASES = Pattern.CASE_INSENSITIVE;

    /** The endings that editors, file managers and tools for patches add to the name of a file. */
    private static final Pattern LEFT_OVER = Pattern.compile(
            "[~#]?[$]?(?<of>.*?)(?:~|#|\\.(?:bak|backup|orig|original|old|save|rej|swp|swo|swn|tmp|temp|part|new|copy"
                    + "|crdownload|mine|ours|theirs|r[0-9]+)|\\.~[0-9]+~)",
            CASES);

    /** These say of a name without any ending that the file is a copy. */
    private static final Pattern COPY_OF_ANYTHING = Pattern.compile("[^.]+\\.(?:bak|orig|old|rej|swp)", CASES);

    private static final Pattern RULES = Pattern.compile("(?<base>.*?)[.](?:drlx?|rdrl|dslr)(?:\\.[a-z]{2,4})?", CASES);

    private static final Pattern POLICY =
            Pattern.compile("polic(?:y|ies)(?:[ ._-]?\\(?[0-9]*\\)?)?\\.(?:ya?ml|json)(?:\\.[a-z]{2,4})?", CASES);

    private static final Pattern SCENARIOS =
            Pattern.compile("(?<base>.*?)[ ._-]?(?:scenarios?|场景)[ ._-]?\\.(?:ya?ml|json)(?:\\.[a-z]{2,4})?", CASES);

    private static final Pattern TABLE =
            Pattern.compile("(?<base>.+?)\\.(?:csv|tsv|xlsx?|ods|et)(?:\\.[a-z]{2,4})?", CASES);

    /** A table or list whose ending is in other letters, or which has one more. */
    private static final Pattern COMMAS = Pattern.compile(".+\\.csv(?:\\.[a-z]{2,4})?", CASES);

    private static final Pattern YAML = Pattern.compile("(?<base>.+?)\\.ya?ml(?:\\.[a-z]{2,4})?", CASES);

    /** A file whose name does not make it a source; empty if nobody would take it for one. */
    static Optional<UnreadFile> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replace('。', '.')
                .strip();
        if (isLeftOver(plain)) {
            return Optional.of(new UnreadFile(path, Optional.empty()));
        }
        Optional<String> list = list(plain, path.startsWith(SourceNames.VOCABULARY + "/"));
        return list.or(() -> meant(plain, path.contains("/"))).map(source -> new UnreadFile(path, Optional.of(source)));
    }

    private static boolean isLeftOver(String name) {
        if (SourceNames.isTemporary(name)) {
            return looksLikeSource(name.replaceFirst("^~[$]?", ""));
        }
        Matcher copy = LEFT_OVER.matcher(name);
        return (copy.matches() && looksLikeSource(copy.group("of")))
                || COPY_OF_ANYTHING.matcher(name).matches()
                || CopiedFile.original(name).filter(UnreadFile::isNamed).isPresent();
    }

    /**
     * Whether it is the name of a file that is read, or of one that was meant to be so and has more than any ending.
     */
    private static boolean isNamed(String original) {
        return SourceNames.isSource(original.toLowerCase(Locale.ROOT))
                || meant(original, false).isPresent();
    }

    private static boolean looksLikeSource(String name) {
        return SourceNames.isSource(name.toLowerCase(Locale.ROOT))
                || meant(name, true).isPresent();
    }

    /** The list of codes, or the table or list of rules, that a file is meant to be. */
    private static Optional<String> list(String name, boolean inVocabulary) {
        Matcher table = TABLE.matcher(name);
        if (!table.matches()) {
            return Optional.empty();
        }
        String base = table.group("base").toLowerCase(Locale.ROOT).replaceAll("[ _.-]+", "-");
        boolean ofCredit = base.contains("credit") || base.contains("信用");
        return Spelling.nearest(base + ".csv", CodeLists.NAMES)
                .or(() -> Optional.of(ofCredit ? CodeLists.CREDIT_CODES : CodeLists.DIVISIONS)
                        .filter(any -> ofCredit || base.contains("区划")))
                .or(() -> Optional.of(table.group("base") + ".csv")
                        .filter(any -> inVocabulary || COMMAS.matcher(name).matches()));
    }

    private static Optional<String> meant(String name, boolean inPolicy) {
        Matcher rules = RULES.matcher(name);
        if (rules.matches()) {
            return Optional.of(rules.group("base") + ".drl");
        }
        Matcher scenarios = SCENARIOS.matcher(name);
        if (scenarios.matches()) {
            return Optional.of(
                    (scenarios.group("base").isEmpty() ? "policy" : scenarios.group("base")) + SourceNames.SCENARIOS);
        }
        if (POLICY.matcher(name).matches()) {
            return Optional.of(SourceNames.POLICY_FILE);
        }
        Matcher yaml = YAML.matcher(name);
        return inPolicy && yaml.matches() ? Optional.of(yaml.group("base") + SourceNames.SCENARIOS) : Optional.empty();
    }
}
