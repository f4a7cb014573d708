package io.subsidyrules.writing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The one form of all texts that look the same at a glance, or differ only in blanks, punctuation, or Chinese characters of
 * the traditional kind. Which characters look alike stands in {@code look-alikes.txt}: in each line the one that is taken
 * for those after it. What is read there is from Unicode's data on confusable characters (UTS #39, Unicode 17); the form is a
 * key of recorded awards, so a change of that file needs another number of {@link #VERSION}.
 */
public final class LookAlikeForm {

    /** Counts the changes of this form and of {@link CanonicalForm}. */
    public static final int VERSION = 1;

    private static final Map<Integer, Integer> LOOK_ALIKES = read();
    private static final int[] OF_ASCII = ofAscii();

    private static final String PUNCTUATION = ".,:;!?/\\'\"`~|、。〃·‧•…‥․∙⋅・※¡¿";
    private static final String ALIKE_DIGITS = "ol23456789";
    private static final int ONE_IN_CHINESE = '一';

    private final int[] characters;
    private final int[] alike;
    private final StringBuilder form;

    private LookAlikeForm(String canonical) {
        this.characters = canonical.codePoints().toArray();
        this.alike = new int[characters.length];
        this.form = new StringBuilder(canonical.length());
        for (int i = 0; i < characters.length; i++) {
            alike[i] = alike(characters[i]);
        }
    }

    /** The form of a text that has its {@link CanonicalForm}; empty where it is all punctuation. */
    public static String of(String canonical) {
        return new LookAlikeForm(canonical).form();
    }

    private String form() {
        int end = 0;
        for (int i = 0; i < alike.length; i++) {
            if (!isSeparator(i)) {
                if (end > 0 && end < i && isNumberBefore(end) && isNumberFrom(i)) {
                    form.append('-');
                }
                form.appendCodePoint(alike[i]);
                end = i + 1;
            }
        }
        return form.toString();
    }

    /** Blanks and punctuation, which count only between two numbers: 1.12 is not 11.2. */
    private boolean isSeparator(int at) {
        int character = alike[at];
        if (character == ONE_IN_CHINESE) {
            return at > 0 && at + 1 < alike.length && isDigit(at - 1) && isDigit(at + 1);
        }
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> PUNCTUATION.indexOf(character) >= 0;
        };
    }

    private boolean isDigit(int at) {
        return characters[at] >= '0' && characters[at] <= '9';
    }

    private boolean isNumberBefore(int end) {
        return isNumber(end - 1, -1);
    }

    private boolean isNumberFrom(int start) {
        return isNumber(start, 1);
    }

    /** Says whether the text from there on can be read as a number: it has a digit, or no other letters beside it. */
    private boolean isNumber(int from, int step) {
        boolean digits = false;
        int at = from;
        while (at >= 0 && at < alike.length && ALIKE_DIGITS.indexOf(alike[at]) >= 0) {
            digits |= isDigit(at);
            at += step;
        }
        boolean whole = at < 0 || at == alike.length || isSeparator(at);
        return at != from && (digits || whole);
    }

    private static int alike(int character) {
        return character < OF_ASCII.length ? OF_ASCII[character] : LOOK_ALIKES.getOrDefault(character, character);
    }

    private static int[] ofAscii() {
        int[] ofAscii = new int[128];
        for (int i = 0; i < ofAscii.length; i++) {
            ofAscii[i] = LOOK_ALIKES.getOrDefault(i, i);
        }
        return ofAscii;
    }

    private static Map<Integer, Integer> read() {
        Map<Integer, Integer> alike = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LookAlikeForm.class.getResourceAsStream("look-alikes.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int taken = line.codePointAt(0);
                line.codePoints().skip(2).forEach(character -> alike.put(character, taken));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Map.copyOf(alike);
    }
}
