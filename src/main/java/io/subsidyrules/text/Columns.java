package io.subsidyrules.text;

/** The columns that a character takes where all are of one width or of two. */
public final class Columns {

    private Columns() {}

    /** 2 for East Asian width W or F, 0 for a mark on the character before it, else 1. */
    public static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        return between(codePoint, 0x1100, 0x115F)
                || between(codePoint, 0x2E80, 0xA4CF)
                || between(codePoint, 0xAC00, 0xD7A3)
                || between(codePoint, 0xF900, 0xFAFF)
                || between(codePoint, 0xFE30, 0xFE6F)
                || between(codePoint, 0xFF01, 0xFF60)
                || between(codePoint, 0xFFE0, 0xFFE6)
                || between(codePoint, 0x1F300, 0x1FAFF)
                || between(codePoint, 0x20000, 0x3FFFD);
    }

    private static boolean between(int codePoint, int from, int to) {
        return codePoint >= from && codePoint <= to;
    }
}
