package io.subsidyrules.policy;

import io.subsidyrules.text.Text;
import java.util.Optional;

/**
 * An interpretation note: what the text leaves open, which reading was chosen, and what follows.
 *
 * @param title the reading that was chosen, in a few words
 */
public record Reading(String id, Optional<Text> title, Text text) {

    /** The title, or the text where it has none. */
    public Text inShort() {
        return title.orElse(text);
    }
}
