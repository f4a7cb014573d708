package io.subsidyrules.mutation.killer;

import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.layout.CanonicalLayout;
import io.subsidyrules.layout.LayoutFailedException;
import java.util.Optional;

/** The scenario files beside rule files, and an entry in the layout of scenario files. */
final class ScenarioLayout {

    private static final String HEAD = "scenarios:\n";

    private static final String ENDING = ".scenarios.yaml";

    private ScenarioLayout() {}

    /** The path of the scenario file beside a rule file. */
    static String beside(String file) {
        return file.replaceFirst("\\.[a-z]+$", "") + ENDING;
    }

    /** A file that has nothing but an entry, indented as its list is. */
    static String file(String entry) {
        return HEAD + entry;
    }

    /** The entry as it is added to a file, indented as its list is; empty if it cannot be laid out. */
    static Optional<String> of(String entry) {
        try {
            String laidOut = CanonicalLayout.of(beside("policy/case"), file(entry.indent(2)));
            return Optional.of(laidOut.substring(HEAD.length()));
        } catch (FaultsException | LayoutFailedException unreadable) {
            return Optional.empty();
        }
    }
}
