package io.subsidyrules.writing;

import java.util.Set;

/** Whether a text says anything that something could be told apart by. */
public final class Saying {

    /** The words that people write into a form where there is nothing to write, in canonical form. */
    private static final Set<String> NOTHING =
            Set.of("无", "暂无", "没有", "未知", "不详", "待定", "n/a", "none", "null", "nil", "unknown", "tbd", "undefined");

    private Saying() {}

    /** Whether it has no letter, digit or Chinese character, or is a word for there being none. */
    public static boolean nothing(String text) {
        String canonical = CanonicalForm.of(text);
        return canonical.codePoints().noneMatch(Saying::isSaid) || NOTHING.contains(canonical);
    }

    private static boolean isSaid(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || (Character.getType(character) == Character.UNASSIGNED && !Unseen.isIgnorable(character));
    }
}
