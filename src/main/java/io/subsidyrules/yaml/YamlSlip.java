package io.subsidyrules.yaml;

import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mistake of notation that shows by the look of its line: a comment of another language, or a dash or colon without a blank.
 *
 * @param at the index at which it is written
 * @param what what is wrong, to end a sentence with
 * @param remedy what to do about it, as a sentence
 * @param mended the text as it was meant
 */
record YamlSlip(int at, Text what, Text remedy, String mended) {

    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \t]*(//|/\\*)");
    private static final Pattern DASH = Pattern.compile("(?m)^ *-([A-Za-z]+:)(?= |$)");
    private static final Pattern COLON = Pattern.compile("(?m)^ *(?:- )?([A-Za-z]+):([{\\[\"][^\n]*)");

    static final Text NO_BLANK = new Text("no blank stands behind the colon", "冒号之后没有空格");

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
                        new Text(
                                "a comment begins with %s here".formatted(found.group(1)),
                                "此处的注释以 %s 开头".formatted(found.group(1))),
                        new Text("Begin each of its lines with #.", "请在注释的每一行前改用 #。"),
                        text.substring(0, found.start(1)) + "# " + text.substring(found.end(1))));
    }

    private static Optional<YamlSlip> dash(String text, Matcher found) {
        return !found.find()
                ? Optional.empty()
                : Optional.of(new YamlSlip(
                        found.start(1) - 1,
                        new Text("no blank stands behind the dash", "短横线之后没有空格"),
                        new Text("Write: - " + found.group(1), "请写作：- " + found.group(1)),
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
        return new Text("Write a blank behind it: " + meant, "请在冒号之后加一个空格：" + meant);
    }
}
