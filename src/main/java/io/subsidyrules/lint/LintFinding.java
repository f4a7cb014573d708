package io.subsidyrules.lint;

import io.subsidyrules.fault.CodeTexts;
import io.subsidyrules.fault.Place;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.util.Comparator;
import java.util.List;

/**
 * Something lawful that is suspicious: where, what, and what to do if it is wrong.
 *
 * @param code the name of a {@link LintCode}, or of the code of a notice
 * @param text what is suspicious, as a sentence
 * @param remedy what to do about it
 */
public record LintFinding(Place place, String code, Text text, Text remedy) {

    static final Comparator<LintFinding> ORDER = Comparator.comparing(LintFinding::place)
            .thenComparing(LintFinding::code)
            .thenComparing(finding -> finding.text().en());

    private static final CodeTexts TEXTS = new CodeTexts(LintFinding.class, "lints");

    /** A finding worded by its code's sentences, with the details put in; a {@link Text} among them in its language. */
    static LintFinding of(Place place, LintCode code, Object... details) {
        return new LintFinding(place, code.name(), TEXTS.sentence(code, details), TEXTS.remedy(code, details));
    }

    /** The finding that there is a notice. */
    static LintFinding of(Notice notice) {
        return new LintFinding(notice.place(), notice.code().name(), notice.text(), notice.remedy());
    }

    /** Names, at least one, as a sentence lists them. */
    static Text listed(List<String> names) {
        return new Text(String.join(", ", names), String.join("、", names));
    }

    /** The sentence and the remedy. */
    public String told(Language language) {
        return text.in(language) + (language == Language.ZH ? "" : " ") + remedy.in(language);
    }

    @Override
    public String toString() {
        return place + " " + code + " " + told(Language.EN);
    }
}
