package io.subsidyrules.rulesets;

import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Place;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.text.Language;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The number of findings shown in full: the first ones, so many that a page or a log has a largest size. */
final class FindingsLimit {

    /** The first faults, and the first notices, are shown; the remaining ones follow once these are mended. */
    static final int MOST = 500;

    /** The characters that all of them have together, in either language. */
    static final int CHARACTERS = 250_000;

    private FindingsLimit() {}

    static int faults(List<Fault> faults, List<Excerpt> excerpts) {
        return within(CHARACTERS, excerpts.size(), i -> characters(faults.get(i), excerpts.get(i)));
    }

    static int notices(List<Notice> notices, List<Excerpt> excerpts) {
        return within(CHARACTERS, excerpts.size(), i -> characters(notices.get(i), excerpts.get(i)));
    }

    /** The first of so many whose lengths together are no more than this. */
    static int within(int most, int count, IntUnaryOperator length) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += length.applyAsInt(i);
            if (sum > most) {
                return i;
            }
        }
        return count;
    }

    private static int characters(Fault fault, Excerpt excerpt) {
        return characters(fault.place(), fault.told(Language.EN), fault.told(Language.ZH), excerpt);
    }

    private static int characters(Notice notice, Excerpt excerpt) {
        return characters(notice.place(), notice.told(Language.EN), notice.told(Language.ZH), excerpt);
    }

    private static int characters(Place place, String english, String chinese, Excerpt excerpt) {
        return place.file().length()
                + Math.max(english.length(), chinese.length())
                + excerpt.line().length()
                + excerpt.caret().length();
    }
}
