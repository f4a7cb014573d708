package io.subsidyrules.amounts;

/** Replaces tokens of a text, one after another, and leaves all between them as it is. */
final class TokenEdits {

    private final String text;
    private final StringBuilder edited;
    private int copied;

    TokenEdits(String text) {
        this.text = text;
        this.edited = new StringBuilder(text.length() + text.length() / 16);
    }

    /** @param from after all tokens that were replaced before */
    void replace(int from, int to, String by) {
        edited.append(text, copied, from).append(by);
        copied = to;
    }

    String done() {
        return edited.append(text, copied, text.length()).toString();
    }
}
