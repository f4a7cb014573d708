package io.subsidyrules.notice;

import io.subsidyrules.fault.CodeTexts;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;

/**
 * Something sound that looks wrong in a file that policy staff write: where, what, and what to do if it is wrong.
 *
 * @param place where it is written
 * @param code a stable code for programs
 * @param text what looks wrong, as a sentence
 * @param remedy what to do about it
 */
public record Notice(Place place, NoticeCode code, Text text, Text remedy) {

    private static final CodeTexts TEXTS = new CodeTexts(Notice.class, "notices");

    /** A notice worded by its code's sentences, with the details put in; a {@link Text} among them in its language. */
    static Notice of(Place place, NoticeCode code, Object... details) {
        return new Notice(place, code, TEXTS.sentence(code, details), TEXTS.remedy(code, details));
    }

    /** The sentence and the remedy. */
    public String told(Language language) {
        return text.in(language) + (language == Language.ZH ? "" : " ") + remedy.in(language);
    }

    /** Whether another notice says the same of the same file, be it from another line. */
    public boolean saysTheSame(Notice other) {
        return code == other.code
                && place.file().equals(other.place.file())
                && text.equals(other.text)
                && remedy.equals(other.remedy);
    }

    @Override
    public String toString() {
        return place + " " + code + " " + told(Language.EN);
    }
}
