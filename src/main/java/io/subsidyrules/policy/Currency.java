package io.subsidyrules.policy;

import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The currency of a policy: all its amounts are of it. Only currencies with two decimals can be one, since amounts have
 * two decimals everywhere.
 *
 * @param code by ISO 4217, in capitals: GBP
 */
public record Currency(String code) {

    /** The currency of a policy that names none. */
    public static final Currency CNY = new Currency("CNY");

    /** The decimals of an amount. */
    public static final int DECIMALS = 2;

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Currency.class);

    /** The currencies that have a name in both languages. */
    private enum Named {
        CNY,
        AUD,
        CAD,
        CHF,
        EUR,
        GBP,
        HKD,
        MOP,
        NZD,
        SGD,
        USD
    }

    /** @throws IllegalArgumentException if it is not the code of a currency with two decimals */
    public Currency {
        OptionalInt decimals = decimals(code);
        if (decimals.isEmpty() || decimals.getAsInt() != DECIMALS) {
            throw new IllegalArgumentException("No currency with two decimals has the code %s.".formatted(code));
        }
    }

    /** The decimals of the currency of a code; empty if no money has the code. */
    public static OptionalInt decimals(String code) {
        return java.util.Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0)
                .mapToInt(java.util.Currency::getDefaultFractionDigits)
                .findFirst();
    }

    /** The code that a word for amounts is made from: GBP for gbp, CNY for yuan; empty if it is no such word. */
    public static Optional<String> codeOfWord(String word) {
        if (word.equals(CNY.word())) {
            return Optional.of(CNY.code);
        }
        String code = word.toUpperCase(Locale.ROOT);
        return Optional.of(code)
                .filter(known -> word.equals(known.toLowerCase(Locale.ROOT))
                        && decimals(known).isPresent());
    }

    /** The code that a text probably means: a code in another case, or misspelt, or a name of a currency. */
    static Optional<String> codeMeant(String written) {
        return Stream.of(Named.values())
                .map(Enum::name)
                .filter(code -> written.equalsIgnoreCase(code)
                        || written.equalsIgnoreCase(TEXTS.text(code, Language.EN))
                        || written.equals(TEXTS.text(code, Language.ZH)))
                .findFirst()
                .or(() -> Spelling.nearest(
                        written,
                        java.util.Currency.getAvailableCurrencies().stream()
                                .map(java.util.Currency::getCurrencyCode)
                                .filter(code -> decimals(code).equals(OptionalInt.of(DECIMALS)))
                                .toList()));
    }

    /** The word that a rule writes before an amount: {@code yuan} for CNY, otherwise the code in small letters. */
    public String word() {
        return code.equals("CNY") ? "yuan" : code.toLowerCase(Locale.ROOT);
    }

    /** The name after a number: pounds, 英镑; the code, where it has no name here. */
    public Text unit() {
        return isNamed() ? TEXTS.text(code) : new Text(code, code);
    }

    /** A number with the name of the currency: "350.00 pounds", "350.00 SEK". */
    public String amount(String number, Language language) {
        String blank = language == Language.ZH && isNamed() ? "" : " ";
        return number + blank + unit().in(language);
    }

    private boolean isNamed() {
        return Stream.of(Named.values()).anyMatch(one -> one.name().equals(code));
    }

    @Override
    public String toString() {
        return code;
    }
}
