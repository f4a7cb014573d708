package io.subsidyrules.ledger.finding;

import io.subsidyrules.text.Language;
import java.util.List;

/**
 * A fault of an export: the first entry that is not as the ledger wrote it.
 *
 * @param line of the export, from 1, at which that entry is or should be
 * @param sequence of that entry
 * @param details for the sentence, after line and sequence
 */
public record Finding(FindingCode code, long line, long sequence, List<Object> details) {

    public Finding {
        details = List.copyOf(details);
    }

    /**
     * The fault of an entry.
     *
     * @param details for the sentence, after line and sequence
     */
    public static Finding of(FindingCode code, long line, long sequence, Object... details) {
        return new Finding(code, line, sequence, List.of(details));
    }

    /** The fault and its place. */
    public String sentence(Language language) {
        Object[] all = new Object[details.size() + 2];
        all[0] = line;
        all[1] = sequence;
        for (int i = 0; i < details.size(); i++) {
            all[i + 2] = details.get(i);
        }
        return code.sentence(language, all);
    }

    /** The remedy. */
    public String remedy(Language language) {
        return code.remedy(language);
    }
}
