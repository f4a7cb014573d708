package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Place;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of a rules folder, each of which goes live as a whole: the folders in it, and the files beside them. */
final class FolderParts {

    private FolderParts() {}

    /** The part that a file belongs to. */
    static String of(String path) {
        int end = path.indexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }

    /** The parts that have a file. */
    static SortedSet<String> in(RuleSources sources) {
        SortedSet<String> parts = new TreeSet<>();
        sources.files().keySet().forEach(path -> parts.add(of(path)));
        return parts;
    }

    /** The parts that have a fault. */
    static SortedSet<String> of(List<Fault> faults) {
        SortedSet<String> parts = new TreeSet<>();
        faults.forEach(fault -> parts.add(of(fault.place().file())));
        return parts;
    }

    /** The place of faults that concern a part as a whole: the policy's own file, or else its first file. */
    static Place startOf(String part, RuleSources sources) {
        String policy = part + "/policy.yaml";
        return Place.startOf(
                sources.files().containsKey(policy)
                        ? policy
                        : sources.files().keySet().stream()
                                .filter(path -> part.equals(of(path)))
                                .findFirst()
                                .orElse(part));
    }

    /** The sources with these parts as others have them, or without them where the others have none. */
    static RuleSources replaced(RuleSources sources, RuleSources others, Set<String> parts) {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.keySet().removeIf(path -> parts.contains(of(path)));
        others.files().forEach((path, content) -> {
            if (parts.contains(of(path))) {
                files.put(path, content);
            }
        });
        List<Fault> faults = sources.faults().stream()
                .filter(fault -> !parts.contains(of(fault.place().file())))
                .toList();
        return new RuleSources(files, faults, sources.passedOver());
    }

    /** Whether both have the same files in this part, and could read them all. */
    static boolean agree(String part, RuleSources one, RuleSources other) {
        return !of(one.faults()).contains(part)
                && !of(other.faults()).contains(part)
                && content(part, one).equals(content(part, other));
    }

    private static String content(String part, RuleSources sources) {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.keySet().removeIf(path -> !part.equals(of(path)));
        return new RuleSources(files).content();
    }
}
