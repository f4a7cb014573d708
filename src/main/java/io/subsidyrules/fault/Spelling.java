package io.subsidyrules.fault;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds the known name that a misspelt one probably means. */
public final class Spelling {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Spelling.class);
    private static final int LONGEST = 60;
    private static final int SHORTEST_BEGINNING = 3;

    /** More names than this are no help. */
    private static final int LISTED = 30;

    private Spelling() {}

    /**
     * The nearest known name: the same letters in another case first, then the one with the fewest edits (letters
     * added, dropped, changed or swapped), of which at most a third of the name's length are allowed, then one that
     * begins with the name. Ties go to the alphabetically first.
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = fold(name);
        int most = Math.max(1, name.length() / 3);
        String nearest = null;
        int fewest = most + 1;
        for (String candidate : known) {
            int edits = Edits.between(folded, fold(candidate), Math.min(fewest, most));
            boolean earlier = nearest == null || candidate.compareTo(nearest) < 0;
            if (edits < fewest || (edits == fewest && edits <= most && earlier)) {
                nearest = candidate;
                fewest = edits;
            }
        }
        return Optional.ofNullable(nearest).or(() -> completed(folded, known));
    }

    /** The shortest name that begins with this one. */
    private static Optional<String> completed(String beginning, Collection<String> known) {
        return known.stream()
                .filter(candidate -> beginning.length() >= SHORTEST_BEGINNING
                        && fold(candidate).startsWith(beginning))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private static Text maybe(String nearest) {
        return TEXTS.text("maybe", nearest);
    }

    /** The nearest known name as a question, or nothing, to begin a remedy with. */
    public static Supplier<Object> question(String name, Collection<String> known) {
        return () -> nearest(name, known).<Object>map(Spelling::maybe).orElse("");
    }

    /**
     * The nearest known name, if one is near, and the names that are possible: the remedy for an unknown name. It is
     * worked out where it is worded, since the search takes its time.
     */
    public static Supplier<Text> remedy(String name, Collection<String> known) {
        return () -> told(name, known);
    }

    /** The names that are possible, the first of them where they are many. */
    public static Text possible(Collection<String> known) {
        String listed = listed(known);
        return new Text(
                TEXTS.text("possible", Language.EN, listed),
                TEXTS.text("possible", Language.ZH, listed.replace(", ", "、")));
    }

    private static String listed(Collection<String> known) {
        return known.stream().limit(LISTED).collect(Collectors.joining(", ")) + (known.size() > LISTED ? ", …" : "");
    }

    private static Text told(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return TEXTS.text("noneDeclared");
        }
        Text possible = possible(known);
        return nearest(name, known)
                .map(near -> TEXTS.text("maybeAndPossible", near, possible))
                .orElse(possible);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
