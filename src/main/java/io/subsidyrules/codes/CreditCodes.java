package io.subsidyrules.codes;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Unified social credit codes, by GB 32100-2015. The first character names the authority that registers, the second a
 * kind that this authority has, the third to the eighth are the division code of its place, and the last one checks all
 * others. Of the ninth to the seventeenth, the organisation's own code, the check character is not asked for: it was
 * carried over from older registers, and there are genuine ones where it is wrong. Nor is the division looked up, since
 * authorities have codes of their own. Codes that people have looked at and let in are taken as they are.
 */
public final class CreditCodes implements CodeCheck {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(CreditCodes.class);

    /** The standard's name. */
    public static final String STANDARD = "GB 32100-2015";

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    /** The place of each character of ASCII in the alphabet. */
    private static final int[] VALUES =
            IntStream.range(0, 128).map(ALPHABET::indexOf).toArray();

    /**
     * The kinds that each authority has: as the standard's list says, with what civil affairs and the police were given
     * since.
     */
    private static final Map<Character, String> KINDS = Map.ofEntries(
            Map.entry('1', "1239"),
            Map.entry('2', "19"),
            Map.entry('3', "123459"),
            Map.entry('4', "19"),
            Map.entry('5', "12349"),
            Map.entry('6', "129"),
            Map.entry('7', "129"),
            Map.entry('8', "19"),
            Map.entry('9', "1239"),
            Map.entry('A', "19"),
            Map.entry('G', "19"),
            Map.entry('N', "1239"),
            Map.entry('Y', "19"));

    private final Set<String> letIn;

    /** @param letIn codes that people have looked at, and that are genuine whatever is wrong with them */
    public CreditCodes(Set<String> letIn) {
        this.letIn = Set.copyOf(letIn);
    }

    @Override
    public String standard() {
        return STANDARD;
    }

    @Override
    public boolean accepts(String code) {
        return letIn.contains(code)
                || (isOfAlphabet(code)
                        && isKnown(code.charAt(0), code.charAt(1))
                        && hasDivision(code)
                        && isChecked(code));
    }

    @Override
    public Optional<Refusal> refusal(String code, Text title) {
        return accepts(code) ? Optional.empty() : Optional.of(reason(code, title));
    }

    private static Refusal reason(String code, Text title) {
        if (!isOfAlphabet(code)) {
            return Refusal.of(Kind.FORM, TEXTS.text("wrongCharacters", title));
        }
        if (!isKnown(code.charAt(0), code.charAt(1))) {
            return Refusal.of(Kind.FORM, TEXTS.text("unknownAuthority", title, code.substring(0, 2)));
        }
        if (!hasDivision(code)) {
            return Refusal.of(Kind.FORM, TEXTS.text("wrongDivision", title));
        }
        return Refusal.of(Kind.CHECK_CHARACTER, TEXTS.text("wrongCheckCharacter", title));
    }

    private static boolean isOfAlphabet(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (value(code.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(char authority, char kind) {
        return KINDS.getOrDefault(authority, "").indexOf(kind) >= 0;
    }

    private static boolean hasDivision(String code) {
        for (int i = 2; i < 8; i++) {
            if (code.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The value of a character; negative where it is not one of the alphabet. */
    private static int value(char one) {
        return one < VALUES.length ? VALUES[one] : -1;
    }

    /**
     * Whether the 18th character checks the first 17: it is 31 less the sum, modulo 31, of each character's value in
     * the alphabet times three to the power of its position, and 0 if that is 31.
     */
    public static boolean isChecked(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = value(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
        return ALPHABET.charAt(check) == code.charAt(LENGTH - 1);
    }
}
