package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Place;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules folder as it changes. It is read whole and compared by content: neither times of files, nor notices of the
 * file system, can be relied on for folders that are mounted, swapped by a link, or written by every kind of editor. Not
 * thread-safe.
 */
final class RulesFolder {

    private final Path path;
    private final Pause pause;
    private Optional<String> known = Optional.empty();

    /** How long to wait for a file that is being written; false ends the waiting. */
    interface Pause {
        boolean elapsed();
    }

    RulesFolder(Path path, Pause pause) {
        this.path = path;
        this.pause = pause;
    }

    Path path() {
        return path;
    }

    /** What the folder holds, once two readings agree; where it cannot be read, that as its one fault. */
    RuleSources settled() {
        RuleSources before = read();
        RuleSources now = before;
        while (pause.elapsed()) {
            now = read();
            if (key(now).equals(key(before))) {
                break;
            }
            before = now;
        }
        known = Optional.of(key(now));
        return now;
    }

    /** What the folder holds, settled, where that is not what it held the last time. */
    Optional<RuleSources> changed() {
        return known.equals(Optional.of(key(read()))) ? Optional.empty() : Optional.of(settled());
    }

    private static String key(RuleSources sources) {
        return sources.content() + sources.faults() + sources.passedOver();
    }

    private RuleSources read() {
        try {
            return RuleSources.read(path);
        } catch (UncheckedIOException unreadable) {
            Fault fault = Fault.of(Place.startOf("."), FaultCode.FOLDER_UNREADABLE);
            return new RuleSources(new TreeMap<>(), List.of(fault));
        }
    }
}
