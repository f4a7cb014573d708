package io.subsidyrules.yaml;

import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mistake of notation that shows by the look of its line: a comment of another language, or a dash or colon without a
 * blank.
 *
 * @param at the index at which it is written
 * @param what what is wrong, to end a sentence with
 * @param remedy what to do about it, as a sentence
 * @param mended the text as it was meant
 */
record YamlSlip(int at, Text what, Text remedy, String mended) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(YamlSlip.class);
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \t]*(//|/\\*)");
    private static final Pattern DASH = Pattern.compile("(?m)^ *-([A-Za-z]+:)(?= |$)");
    private static final Pattern COLON = Pattern.compile("(?m)^ *(?:- )?([A-Za-z]+):([{\\[\"][^\n]*)");

    static final Text NO_BLANK = TEXTS.text("noBlankBehindColon");

    private static final int QUOTED = 40;

    /** The first one of some lines of a text that cannot be read. */
    static Optional<YamlSlip> within(String text, int from, int to) {
        return comment(text, COMMENT.matcher(text).region(from, to))
                .or(() -> dash(text, DASH.matcher(text).region(from, to)))
                .or(() -> colon(text, COLON.matcher(text).region(from, to)));
    }

    private static Optional<YamlSlip> comment(String text, Matcher found) {
        return !found.find()
                ? Optional.empty()
                : Optional.of(new YamlSlip(
                        found.start(1),
                        TEXTS.text("otherComment", found.group(1)),
                        TEXTS.text("commentWithHash"),
                        text.substring(0, found.start(1)) + "# " + text.substring(found.end(1))));
    }

    private static Optional<YamlSlip> dash(String text, Matcher found) {
        return !found.find()
                ? Optional.empty()
                : Optional.of(new YamlSlip(
                        found.start(1) - 1,
                        TEXTS.text("noBlankBehindDash"),
                        TEXTS.text("writeAfterDash", found.group(1)),
                        text.substring(0, found.start(1)) + " " + text.substring(found.start(1))));
    }

    private static Optional<YamlSlip> colon(String text, Matcher found) {
        return !found.find()
                ? Optional.empty()
                : Optional.of(colon(text, found.start(1), found.group(1), found.group(2)));
    }

    private static YamlSlip colon(String text, int at, String name, String value) {
        int end = at + name.length() + 1;
        return new YamlSlip(at, NO_BLANK, withBlank(name, value), text.substring(0, end) + " " + text.substring(end));
    }

    /** The remedy for a colon without a blank. */
    static Text withBlank(String name, String value) {
        String meant = name + ": " + Shortened.end(value, QUOTED);
        return TEXTS.text("writeBlankBehindColon", meant);
    }
}
