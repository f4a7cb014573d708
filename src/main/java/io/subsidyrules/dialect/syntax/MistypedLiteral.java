package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Characters;
import io.subsidyrules.fault.FaultCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number or date written as in an office text: what was written, and the word that it was meant to be.
 *
 * @param end the index after its last character
 */
record MistypedLiteral(FaultCode code, Token.Kind kind, String written, String meant, int end) {

    private static final String DIGIT = "[0-9０-９]";
    private static final Pattern DATE =
            Pattern.compile("(D{4})[-/.年－／．](D{1,2})[-/.月－／．](D{1,2})日?(?!D)".replace("D", DIGIT));
    private static final Pattern WITH_COMMAS =
            Pattern.compile("D{1,4}([,，]D{3,4}){1,5}(\\.D{1,20})?(?![0-9０-９_])".replace("D", DIGIT));
    private static final Pattern WITH_DECIMAL_COMMA =
            Pattern.compile("D{1,3}(\\.D{3}){0,4},D{1,2}(?![0-9０-９_.])".replace("D", DIGIT));
    private static final Pattern WITH_BLANKS =
            Pattern.compile("D{1,3}( D{3}){1,5}(\\.D{1,20})?(?![0-9０-９_])".replace("D", DIGIT));

    /**
     * The slip that begins at an index.
     *
     * @param inList whether it is in a list, where commas are no slip
     * @param behindComma whether it is one of several values, of which none has a decimal comma
     */
    static Optional<MistypedLiteral> at(String text, int index, boolean inList, boolean behindComma) {
        Matcher date = DATE.matcher(text).region(index, text.length());
        if (date.lookingAt()) {
            String meant = "%s-%s-%s".formatted(plain(date.group(1)), two(date.group(2)), two(date.group(3)));
            return Optional.of(new MistypedLiteral(
                    FaultCode.DATE_WITHOUT_QUOTES, Token.Kind.STRING, date.group(), meant, afterQuote(text, date)));
        }
        Optional<MistypedLiteral> withBlanks = number(WITH_BLANKS, text, index);
        if (inList || withBlanks.isPresent()) {
            return withBlanks;
        }
        Optional<MistypedLiteral> withCommas = number(WITH_COMMAS, text, index);
        return withCommas.isPresent() || behindComma ? withCommas : withDecimalComma(text, index);
    }

    /** A number as other countries write it: 1.000,50 for 1_000.50. */
    private static Optional<MistypedLiteral> withDecimalComma(String text, int index) {
        Matcher number = WITH_DECIMAL_COMMA.matcher(text).region(index, text.length());
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        String meant = plain(number.group()).replace('.', '_').replace(',', '.');
        return Optional.of(new MistypedLiteral(
                FaultCode.NUMBER_WITH_COMMA, Token.Kind.NUMBER, number.group(), meant, number.end()));
    }

    private static Optional<MistypedLiteral> number(Pattern form, String text, int index) {
        Matcher number = form.matcher(text).region(index, text.length());
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        String meant = plain(number.group()).replaceAll("[, ]+", "_");
        return Optional.of(new MistypedLiteral(
                FaultCode.NUMBER_WITH_COMMA, Token.Kind.NUMBER, number.group(), meant, number.end()));
    }

    /** A quote that only closes the date belongs to it. */
    private static int afterQuote(String text, Matcher date) {
        boolean quote = date.end() < text.length() && Characters.plain(text.charAt(date.end())) == '"';
        return quote ? date.end() + 1 : date.end();
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + plain(digits) : plain(digits);
    }

    private static String plain(String written) {
        StringBuilder plain = new StringBuilder();
        written.chars().forEach(character -> plain.append(Characters.plain((char) character)));
        return plain.toString();
    }
}
