package io.subsidyrules.yaml;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mistake in the notation of YAML, in words for those who write policies.
 *
 * @param what what is wrong, to end a sentence with
 * @param remedy what to do about it, as a sentence
 * @param mended how the text is read on from the place of the mistake, where that is plain
 */
record YamlProblem(Text what, Text remedy, Optional<UnaryOperator<String>> mended) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(YamlProblem.class);
    private static final Text MEMBERS = TEXTS.text("indentMembers");
    private static final Text BRACKET = TEXTS.text("bracketMissing");
    private static final Text QUOTES = TEXTS.text("quoteTheText");
    private static final Text FIRST_LINE = TEXTS.text("takeOutLine");
    private static final Pattern CANNOT_BEGIN = Pattern.compile("found character '(.)' that cannot start any token.*");
    private static final Pattern COLON_IN_BRACKETS = Pattern.compile("expected ',' or .*, but got '?:'?");
    private static final Pattern ALIAS = Pattern.compile("found undefined alias (.*)");

    /** The beginning of what the library says, and what it means; the first that fits counts. */
    private static final List<Known> KNOWN = List.of(
            new Known("mapping values are not allowed", TEXTS.text("colonTooMany"), MEMBERS),
            new Known("expected <block end>", TEXTS.text("wrongIndentation"), MEMBERS),
            new Known("found unexpected document separator", TEXTS.text("quoteNotClosed"), TEXTS.text("closeQuote")),
            new Known("found unexpected end of stream", TEXTS.text("bracketNotClosed"), TEXTS.text("closeAll")),
            new Known("could not find expected ':'", TEXTS.text("colonMissing"), MEMBERS),
            new Known("expected ',' or", BRACKET, TEXTS.text("separateByCommas")),
            new Known("expected the node content", TEXTS.text("valueMissing"), TEXTS.text("writeOrTakeOutSign")),
            new Known(
                    "sequence entries are not allowed", TEXTS.text("listCannotBegin"), TEXTS.text("dashOnItsOwnLine")),
            new Known("mapping keys are not allowed", TEXTS.text("beginsWithQuestionMark"), QUOTES),
            new Known("found unknown escape character", TEXTS.text("strayBackslash"), TEXTS.text("doubleBackslash")),
            new Known("expected escape sequence", TEXTS.text("strayBackslash"), TEXTS.text("doubleBackslash")),
            new Known("expected alphabetic or numeric character", TEXTS.text("beginsWithReference"), QUOTES),
            new Known("unexpected character found", TEXTS.text("beginsWithReference"), QUOTES),
            new Known(
                    "expected a comment or a line break",
                    TEXTS.text("textBesideBlockSign"),
                    TEXTS.text("textBelowBlockSign")),
            new Known("expected URI", TEXTS.text("beginsWithTag"), QUOTES),
            new Known("expected ' '", TEXTS.text("beginsWithTag"), QUOTES),
            new Known("found undefined tag handle", TEXTS.text("beginsWithTag"), QUOTES),
            new Known("found incompatible YAML", TEXTS.text("versionLine"), FIRST_LINE),
            new Known("found duplicate YAML", TEXTS.text("versionLine"), FIRST_LINE),
            new Known("found duplicate tag", TEXTS.text("beginsWithPercent"), FIRST_LINE));

    private record Known(String begins, Text what, Text remedy) {}

    /** Whether a bracket is not closed. */
    boolean ofBracket() {
        return what.equals(BRACKET);
    }

    /**
     * Explains what the library says.
     *
     * @param told the library's words
     * @param before the text on the line before the place
     */
    static YamlProblem of(String told, String before) {
        if (told.startsWith("found character '\\t")) {
            return before.isBlank()
                    ? of(TEXTS.text("tabIndents"), TEXTS.text("indentWithBlanks"))
                    : mended(TEXTS.text("tab"), TEXTS.text("writeBlank"), " ");
        }
        Matcher character = CANNOT_BEGIN.matcher(told);
        if (character.matches()) {
            String sign = character.group(1);
            return mended(TEXTS.text("beginsWithSign", sign), QUOTES, "x");
        }
        if (COLON_IN_BRACKETS.matcher(told).matches()) {
            return mended(TEXTS.text("colonInText"), QUOTES, " ");
        }
        Matcher alias = ALIAS.matcher(told);
        if (alias.matches()) {
            String name = alias.group(1);
            return of(TEXTS.text("noAnchor", name), TEXTS.text("writeAnchor", name));
        }
        if (told.startsWith("but found another document") || told.startsWith("expected '<document start>'")) {
            return new YamlProblem(
                    TEXTS.text("secondDocument"), TEXTS.text("takeOutDocument"), Optional.of(rest -> ""));
        }
        return KNOWN.stream()
                .filter(known -> told.startsWith(known.begins()))
                .findFirst()
                .map(known -> new YamlProblem(known.what(), known.remedy(), Optional.empty()))
                .orElseGet(() -> of(TEXTS.text("unreadable"), MEMBERS));
    }

    private static YamlProblem of(Text what, Text remedy) {
        return new YamlProblem(what, remedy, Optional.empty());
    }

    private static YamlProblem mended(Text what, Text remedy, String instead) {
        return new YamlProblem(what, remedy, Optional.of(rest -> instead + rest.substring(1)));
    }
}
