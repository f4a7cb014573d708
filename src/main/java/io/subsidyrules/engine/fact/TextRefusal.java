package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.writing.CanonicalForm;
import io.subsidyrules.writing.Saying;
import io.subsidyrules.writing.Unseen;
import java.util.Optional;

/** The reasons for which a text is not taken from a request, in the order in which they are told. */
public enum TextRefusal {
    /** It has more characters than it may have. */
    TOO_LONG,
    /** It has a character that nobody can see. */
    UNSEEN,
    /** It does not match the pattern of its field. */
    UNMATCHED,
    /** It identifies no project. */
    SAYS_NOTHING,
    /** Its canonical form, by which projects are compared, has more characters than a text may have. */
    TOO_LONG_WRITTEN_OUT,
    /** It is none of the codes of its field. */
    NO_CODE;

    /** The reason against a text of whatever field; empty if it has at most so many characters, and all can be seen. */
    public static Optional<TextRefusal> of(String text, int longest) {
        if (isLonger(text, longest)) {
            return Optional.of(TOO_LONG);
        }
        return Unseen.first(text).isPresent() ? Optional.of(UNSEEN) : Optional.empty();
    }

    /** The reason against a text that was taken once: characters, keys and codes were by the rules of its time. */
    public static Optional<TextRefusal> ofRecorded(String text, int longest) {
        return isLonger(text, longest) ? Optional.of(TOO_LONG) : Optional.empty();
    }

    private static boolean isLonger(String text, int longest) {
        return text.length() > longest && text.codePointCount(0, text.length()) > longest;
    }

    /** The reason against a text as the value of a field, which is taken as a text; empty if it is a value of it. */
    public static Optional<TextRefusal> of(Field field, String text) {
        Optional<TextRefusal> refusal = ofRecorded(field, text);
        if (refusal.isEmpty() && field.key() != Field.Key.NONE) {
            refusal = ofKey(text);
        }
        if (refusal.isEmpty() && field.check().isPresent()) {
            return field.check().get().accepts(text) ? Optional.empty() : Optional.of(NO_CODE);
        }
        return refusal;
    }

    /** The reason against a text that was once taken as the value of a field. */
    public static Optional<TextRefusal> ofRecorded(Field field, String text) {
        return field.pattern().isPresent() && !field.pattern().get().matches(text)
                ? Optional.of(UNMATCHED)
                : Optional.empty();
    }

    private static Optional<TextRefusal> ofKey(String text) {
        if (Saying.isPlainName(text)) {
            return Optional.empty();
        }
        String canonical = CanonicalForm.of(text);
        if (Saying.isNothing(canonical)) {
            return Optional.of(SAYS_NOTHING);
        }
        return canonical.length() > Field.LONGEST_TEXT ? Optional.of(TOO_LONG_WRITTEN_OUT) : Optional.empty();
    }
}
