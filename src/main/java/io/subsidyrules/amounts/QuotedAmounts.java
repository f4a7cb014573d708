package io.subsidyrules.amounts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.dialect.model.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An answer with its amounts as strings: the digits of each number stay, and come between quotation marks. Whole
 * numbers that are none of yuan stay numbers. Paths in it lead to where amounts are strings.
 */
final class QuotedAmounts {

    private static final JsonFactory JSON = new JsonFactory();

    /** The members whose numbers are decimals even where none is written. */
    private static final Set<String> DECIMALS = Set.of(
            "total",
            "atStake",
            "amount",
            "gain",
            "fixed",
            "ratePercent",
            "ceiling",
            "recorded",
            "replayed",
            "difference",
            "value");

    /** The arrays of objects whose number is a decimal: the rows of tables. */
    private static final Set<String> ROWS = Set.of("rows");

    private static final Set<String> PATHS = Set.of("next", "schema");

    private final JsonParser parser;
    private final Vocabulary vocabulary;
    private final UnaryOperator<String> ways;
    private final TokenEdits edits;

    private QuotedAmounts(JsonParser parser, Vocabulary vocabulary, UnaryOperator<String> ways, TokenEdits edits) {
        this.parser = parser;
        this.vocabulary = vocabulary;
        this.ways = ways;
        this.edits = edits;
    }

    /**
     * The amounts of an answer, whose links lead where they should.
     *
     * @param vocabulary says which fields of a recorded request are decimals
     */
    static String in(String json, Vocabulary vocabulary) {
        return in(json, vocabulary, UnaryOperator.identity());
    }

    /** The amounts and the links of an example, which are those of the paths where amounts are numbers. */
    static String inExample(String json, Vocabulary vocabulary) {
        return in(json, vocabulary, DecimalStrings::path);
    }

    private static String in(String json, Vocabulary vocabulary, UnaryOperator<String> ways) {
        TokenEdits edits = new TokenEdits(json);
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            new QuotedAmounts(parser, vocabulary, ways, edits).value("");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return edits.done();
    }

    /** @param name that of the member whose value it is, or in whose array it is */
    private void value(String name) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> members(ROWS.contains(name));
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(name);
                }
            }
            case VALUE_NUMBER_FLOAT -> quote();
            case VALUE_NUMBER_INT -> {
                if (DECIMALS.contains(name)) {
                    quote();
                }
            }
            case VALUE_STRING -> {
                if (PATHS.contains(name)) {
                    lead();
                }
            }
            default -> {}
        }
    }

    private void members(boolean ofRow) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (name.equals("request")) {
                new FactTokens(parser, vocabulary, this::fact).read();
            } else {
                value(ofRow && name.equals("number") ? "amount" : name);
            }
        }
    }

    private void fact(FactTokens.Value value) {
        boolean unknown = value.field().isEmpty() && value.token() == JsonToken.VALUE_NUMBER_FLOAT;
        if (unknown || (value.isDecimal() && value.token().isNumeric())) {
            edits.replace(value.from(), value.to(), '"' + AmountText.of(value.text()) + '"');
        }
    }

    private void quote() throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        String number = parser.getText();
        edits.replace(from, from + number.length(), '"' + AmountText.of(number) + '"');
    }

    /** Paths have no character that JSON escapes. */
    private void lead() throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        String path = parser.getText();
        edits.replace(from, from + path.length() + 2, '"' + ways.apply(path) + '"');
    }
}
