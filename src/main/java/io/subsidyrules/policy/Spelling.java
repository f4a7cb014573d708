package io.subsidyrules.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds the known name that a misspelt one probably means. */
public final class Spelling {

    private static final int LONGEST = 60;
    private static final int SHORTEST_BEGINNING = 3;

    /** More names than this are no help. */
    private static final int LISTED = 30;

    private Spelling() {}

    /**
     * The nearest known name: the same letters in another case first, then the one with the fewest edits (letters added,
     * dropped, changed or swapped), of which at most a third of the name's length are allowed, then one that begins with
     * the name. Ties go to the alphabetically first.
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = fold(name);
        Comparator<String> nearer = Comparator.comparingInt((String candidate) -> edits(folded, fold(candidate)))
                .thenComparing(Comparator.naturalOrder());
        Optional<String> misspelt = known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= Math.max(1, name.length() / 3))
                .filter(candidate -> edits(folded, fold(candidate)) <= Math.max(1, name.length() / 3))
                .min(nearer);
        return misspelt.or(() -> known.stream()
                .filter(candidate ->
                        folded.length() >= SHORTEST_BEGINNING && fold(candidate).startsWith(folded))
                .min(nearer));
    }

    /** " Maybe NATIONAL?" or nothing, to end a sentence with. */
    public static String maybe(String name, Collection<String> known) {
        return nearest(name, known).map(nearest -> " Maybe " + nearest + "?").orElse("");
    }

    /** The same in Chinese. */
    public static String maybeZh(String name, Collection<String> known) {
        return nearest(name, known).map(nearest -> "是否应为 " + nearest + "？").orElse("");
    }

    /** The nearest known name as a question, or nothing, to begin a remedy with. */
    public static Supplier<Object> question(String name, Collection<String> known) {
        return () -> nearest(name, known).isEmpty()
                ? ""
                : new Text(maybe(name, known).strip(), maybeZh(name, known));
    }

    /**
     * The nearest known name, if one is near, and the names that are possible: the remedy for an unknown name. It is
     * worked out where it is told, since the search takes its time.
     */
    public static Supplier<Text> remedy(String name, Collection<String> known) {
        return () -> told(name, known);
    }

    private static Text told(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return new Text("Nothing of this kind is declared.", "此处没有任何可用的名称。");
        }
        String listed =
                known.stream().limit(LISTED).collect(Collectors.joining(", ")) + (known.size() > LISTED ? ", …" : "");
        return new Text(
                (maybe(name, known) + " Possible are: " + listed + ".").strip(),
                maybeZh(name, known) + "可用的有：" + listed.replace(", ", "、") + "。");
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The optimal string alignment distance. */
    private static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int changed = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + changed, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
