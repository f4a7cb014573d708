package io.subsidyrules.dialect.value;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** A pattern that a text matches as a whole, in linear time. Immutable, safe for many threads. */
public final class TextPattern {

    /** Classes of ASCII digits and letters, each so many times: {@code [0-9A-HJ]{18}}. */
    private static final java.util.regex.Pattern CLASS =
            java.util.regex.Pattern.compile("\\[((?:[0-9A-Za-z](?:-[0-9A-Za-z])?)+)](?:\\{([0-9]{1,3})})?");

    private static final java.util.regex.Pattern CLASSES =
            java.util.regex.Pattern.compile("(?:" + CLASS.pattern() + ")+");

    private static final int ASCII = 128;

    private final Pattern pattern;
    private final Optional<boolean[][]> places;

    public TextPattern(Pattern pattern) {
        this.pattern = pattern;
        this.places = places(pattern.pattern());
    }

    /** The characters of each place, where the pattern is made of nothing but such classes. */
    private static Optional<boolean[][]> places(String pattern) {
        return CLASSES.matcher(pattern).matches()
                ? Optional.of(CLASS.matcher(pattern)
                        .results()
                        .flatMap(one -> Collections.nCopies(times(one), characters(one.group(1))).stream())
                        .toArray(boolean[][]::new))
                : Optional.empty();
    }

    private static int times(MatchResult one) {
        return one.group(2) == null ? 1 : Integer.parseInt(one.group(2));
    }

    private static boolean[] characters(String listed) {
        boolean[] characters = new boolean[ASCII];
        for (int i = 0; i < listed.length(); i++) {
            char first = listed.charAt(i);
            boolean range = i + 1 < listed.length() && listed.charAt(i + 1) == '-';
            i += range ? 2 : 0;
            Arrays.fill(characters, first, listed.charAt(i) + 1, true);
        }
        return characters;
    }

    /** Whether the text matches as a whole. */
    public boolean matches(String text) {
        return places.isPresent() ? isOf(places.get(), text) : pattern.matches(text);
    }

    /** The same as the pattern says, without a machine that has to be set up for each text. */
    private static boolean isOf(boolean[][] places, String text) {
        if (text.length() != places.length) {
            return false;
        }
        for (int i = 0; i < places.length; i++) {
            char one = text.charAt(i);
            if (one >= ASCII || !places[i][one]) {
                return false;
            }
        }
        return true;
    }

    /** The pattern as it is written, in RE2/J's language. */
    public String pattern() {
        return pattern.pattern();
    }

    /** The instructions of RE2/J's machine for it. */
    public int programSize() {
        return pattern.programSize();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextPattern one && one.pattern().equals(pattern());
    }

    @Override
    public int hashCode() {
        return pattern().hashCode();
    }

    @Override
    public String toString() {
        return pattern();
    }
}
