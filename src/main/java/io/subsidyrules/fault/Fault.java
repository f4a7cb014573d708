package io.subsidyrules.fault;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Something wrong in a file that policy staff write: where, what, and what to do about it.
 *
 * @param place where it is
 * @param code a stable code for programs
 * @param text what is wrong, as a sentence
 * @param remedy what to do about it
 */
public record Fault(Place place, FaultCode code, Text text, Text remedy) {

    private static final CodeTexts TEXTS = new CodeTexts(Fault.class, "faults");

    /**
     * A fault worded by its code's sentences, with the details put in; a {@link Text} among them in its language, and
     * what a {@link Supplier} among them gives.
     */
    public static Fault of(Place place, FaultCode code, Object... details) {
        Object[] known = Stream.of(details)
                .map(detail -> detail instanceof Supplier<?> later ? later.get() : detail)
                .toArray();
        return new Fault(place, code, TEXTS.sentence(code, known), TEXTS.remedy(code, known));
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
