package io.subsidyrules.codes;

import io.subsidyrules.text.Text;
import java.util.Optional;

/**
 * The codes that a field can have, by a standard and by the lists of a rules folder. Immutable, safe for many threads.
 */
public sealed interface CodeCheck permits CreditCodes, DivisionCodes {

    /** The standard, as {@code @check} names it. */
    String standard();

    /**
     * The reason that a text is none of the codes; empty if it is one.
     *
     * @param title what the field is called
     */
    Optional<Refusal> refusal(String code, Text title);

    /** Whether a text is one of the codes, which is told sooner than the reason. */
    boolean accepts(String code);

    /**
     * The fault of a code.
     *
     * @param detail what is wrong and what to do about it
     * @param suggestion the nearest code, where there is a list
     */
    record Refusal(Kind kind, Text detail, Optional<String> suggestion) {

        static Refusal of(Kind kind, Text detail) {
            return new Refusal(kind, detail, Optional.empty());
        }
    }

    /** The kinds of what is wrong. */
    enum Kind {
        /** It is not formed as the standard says. */
        FORM,
        /** Its check character does not check the others. */
        CHECK_CHARACTER,
        /** It is in no list. */
        UNKNOWN
    }
}
