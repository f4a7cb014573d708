package io.subsidyrules.dialect.source;

import io.subsidyrules.codes.CodeLists;

/** The names of the files and folders that a rules folder consists of. */
public final class SourceNames {

    /** The folder of what all policies have in common. */
    public static final String VOCABULARY = "vocabulary";

    /** The list of a policy's clauses within its folder. */
    public static final String POLICY_FILE = "policy.yaml";

    /** The ending of a scenario file. */
    static final String SCENARIOS = ".scenarios.yaml";

    private static final String RULES = ".drl";

    private static final String TABLE = ".csv";

    private SourceNames() {}

    /** The package that the rule files of a folder have. */
    public static String packageOf(String folder) {
        return folder.replace('-', '_');
    }

    /** Whether a file of this name is one that a rules folder consists of. */
    public static boolean isSource(String name) {
        return !isTemporary(name)
                && (name.endsWith(RULES) || name.equals(POLICY_FILE) || isTable(name) || name.endsWith(SCENARIOS));
    }

    /** Whether a path ends like that of rules, of scenarios or of a policy file; a CSV file can be anything. */
    public static boolean isOfRules(String path) {
        return path.endsWith(RULES)
                || path.endsWith(SCENARIOS)
                || path.equals(POLICY_FILE)
                || path.endsWith("/" + POLICY_FILE);
    }

    /** Whether a file of this name is a table or a list, of codes too; not one that was meant to be a list of codes. */
    static boolean isTable(String name) {
        return name.endsWith(TABLE)
                && (CodeLists.isList(name) || CodeLists.meant(name).isEmpty());
    }

    /** Whether an editor made the file for itself, as Word does for each file that it has open. */
    static boolean isTemporary(String name) {
        return name.startsWith("~");
    }
}
