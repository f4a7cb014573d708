package io.subsidyrules.mutation.killer;

import io.subsidyrules.text.Text;

/** The answer to the search for a scenario that would notice a change which no scenario notices. */
public sealed interface Proposal {

    /**
     * A scenario that passes on the rules and would notice the change.
     *
     * @param file the scenario file that it belongs to, in the rules folder
     * @param name its sentence
     * @param entry the scenario as an entry of the file, by the sentence in the language asked for
     */
    record Found(String file, Text name, Text entry) implements Proposal {

        /** The same scenario with a number in its sentence. */
        public Found numbered(int number) {
            Text other = CaseName.numbered(name, number);
            return new Found(file, other, new Text(renamed(entry.en(), other.en()), renamed(entry.zh(), other.zh())));
        }

        private static String renamed(String entry, String name) {
            return "  - name: " + AskedText.name(name) + entry.substring(entry.indexOf('\n'));
        }
    }

    /**
     * No such scenario was found.
     *
     * @param reason in a sentence
     */
    record NotFound(Text reason) implements Proposal {}
}
