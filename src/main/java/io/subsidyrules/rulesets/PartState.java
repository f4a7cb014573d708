package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.source.RuleSources;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The agreement of a folder of the rules folder, a policy's or the vocabulary's, with what is live.
 *
 * @param since when the state began
 */
public record PartState(String folder, State state, Instant since) {

    /** The folder that every policy uses. */
    public static final String VOCABULARY = "vocabulary";

    /** The state of the two. */
    public enum State {
        /** The folder is live as it is. */
        CURRENT,
        /** The folder is live as it was before. */
        STALE,
        /** Nothing of the folder is live. */
        NOT_LIVE
    }

    public boolean isPolicy() {
        return !folder.equals(VOCABULARY);
    }

    /** @param before the parts as they were at the change before */
    static List<PartState> all(RuleSources folder, RuleSources live, Instant now, List<PartState> before) {
        SortedSet<String> serving = folders(live);
        SortedSet<String> parts = folders(folder);
        parts.addAll(serving);
        return parts.stream()
                .map(part -> {
                    State state = serving.contains(part)
                            ? (FolderParts.agree(part, folder, live) ? State.CURRENT : State.STALE)
                            : State.NOT_LIVE;
                    Instant since = before.stream()
                            .filter(known -> known.folder().equals(part) && known.state() == state)
                            .map(PartState::since)
                            .findFirst()
                            .orElse(now);
                    return new PartState(part, state, since);
                })
                .toList();
    }

    private static SortedSet<String> folders(RuleSources sources) {
        return sources.files().keySet().stream()
                .filter(path -> path.contains("/"))
                .map(FolderParts::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
