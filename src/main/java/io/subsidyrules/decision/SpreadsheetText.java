package io.subsidyrules.decision;

import java.util.regex.Pattern;

/**
 * A text as spreadsheet programs show it when they open a file: unchanged. What one of them would compute, or take for
 * a number, a date, a time, a truth value or an error, has an apostrophe before it; so has what begins with one, so
 * that the text comes back where one apostrophe is taken off. What nobody can see is written as JSON escapes it.
 */
final class SpreadsheetText {

    private static final String MARK = "'";

    /** The beginnings of formulas, the wide forms of East Asia too, and of errors such as #N/A. */
    private static final String BEGINNINGS = "'=+\\-@#＇＝＋－＠＃";

    /**
     * The characters of numbers, dates, times and currencies in English and Chinese; an e only between the digits of a
     * number.
     */
    private static final String WORDS = "(?<=[\\p{Nd}.,])e(?=[+-]?\\p{Nd})"
            + "|(?<=\\s)[ap]$|[ap]m|(?<=\\p{Nd})t(?=\\p{Nd})|(?<=\\p{Nd})z$"
            + "|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
            + "|oct(?:ober)?"
            + "|nov(?:ember)?|dec(?:ember)?|us|hk|usd|hkd|cny|rmb|eur|gbp|jpy"
            + "|[年月日时分秒〇零一二三四五六七八九十]|上午|下午";

    private static final Pattern CHANGED = Pattern.compile(
            "\\s*[" + BEGINNINGS + "].*"
                    + "|\\s*(?:true|false)\\s*"
                    // A digit, and no word but those.
                    + "|(?=.*[\\p{Nd}年月日])(?:[^\\p{L}]|" + WORDS + ")*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SpreadsheetText() {}

    static String of(String text) {
        String visible = visible(text);
        return CHANGED.matcher(visible).matches() ? MARK + visible : visible;
    }

    /**
     * A program that reads a file loses control characters, or ends a cell at one; marks of direction show others in
     * its place.
     */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isVisible(point)) {
                visible.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    visible.append("\\u%04x".formatted((int) unit));
                }
            }
        });
        return visible.toString();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
