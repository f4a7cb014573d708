package io.subsidyrules.regression;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Finds whose share is the largest: of many files of one policy, each can have a small one. */
public final class Largest {

    private Largest() {}

    /**
     * The file with the largest share, of those of the policy that has the largest share.
     *
     * @param shares what each file has, by its path; not empty
     */
    public static Map.Entry<String, Long> fileOfLargestPart(Map<String, Long> shares) {
        Map<String, Long> parts = new TreeMap<>();
        shares.forEach((file, share) -> parts.merge(part(file), share, Long::sum));
        Comparator<Map.Entry<String, Long>> byPart =
                Comparator.comparing(file -> parts.getOrDefault(part(file.getKey()), 0L));
        return shares.entrySet().stream()
                .max(byPart.thenComparing(file -> part(file.getKey())).thenComparing(Map.Entry.comparingByValue()))
                .orElseThrow();
    }

    private static String part(String file) {
        int end = file.indexOf('/');
        return end < 0 ? file : file.substring(0, end);
    }
}
