package io.subsidyrules.cli.finding;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Place;
import io.subsidyrules.lint.LintFinding;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;

/**
 * Something that a command found in a file.
 *
 * @param code the stable name of its kind, for programs
 * @param text what it is, as a sentence
 * @param remedy what to do about it
 */
public record Finding(Severity severity, Place place, String code, Text text, Text remedy) {

    /** The finding that a file has a fault. */
    public static Finding of(Fault fault) {
        return new Finding(Severity.ERROR, fault.place(), fault.code().name(), fault.text(), fault.remedy());
    }

    /** The finding that something looks wrong. */
    public static Finding of(Notice notice) {
        return new Finding(Severity.WARNING, notice.place(), notice.code().name(), notice.text(), notice.remedy());
    }

    /** The finding that something lawful is suspicious. */
    public static Finding of(LintFinding lint) {
        return new Finding(Severity.WARNING, lint.place(), lint.code(), lint.text(), lint.remedy());
    }

    /** The sentence and the remedy. */
    String told(Language language) {
        return text.in(language) + (language == Language.ZH ? "" : " ") + remedy.in(language);
    }
}
