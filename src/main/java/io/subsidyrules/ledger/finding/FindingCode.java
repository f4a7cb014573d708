package io.subsidyrules.ledger.finding;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;

/** The faults that an export can have. In the sentences, %1$s is the line and %2$s the sequence. */
public enum FindingCode {
    ALTERED(Remedy.COMPARE),
    UNREADABLE(Remedy.COMPARE),
    HASHED_ANEW(Remedy.COMPARE),
    MALFORMED(Remedy.COMPARE),
    RESULT_DISAGREES(Remedy.COMPARE),
    REMOVED,
    EMPTY,
    BEGINS_EARLIER,
    REORDERED,
    INSERTED(Remedy.COMPARE),
    REPEATED(Remedy.COMPARE),
    CUT_LINE,
    TAIL_CUT,
    REWRITTEN(Remedy.COMPARE),
    OTHER_LEDGER,
    CHECKPOINT_UNSIGNED,
    CHECKPOINT_KEY_UNKNOWN,
    SEAL_FORGED(Remedy.COMPARE),
    UNSEALED,
    CLOCK_BACK(Remedy.COMPARE),
    ID_TWICE(Remedy.WRITTEN_BY_ANOTHER),
    RULESET_UNNAMED(Remedy.WRITTEN_BY_ANOTHER),
    KEY_USED_TWICE(Remedy.WRITTEN_BY_ANOTHER),
    EARLIER_AWARD_WRONG(Remedy.WRITTEN_BY_ANOTHER),
    PAID_BESIDE_EARLIER(Remedy.PAID),
    PAID_TWICE(Remedy.PAID),
    COUNTED_WRONG(Remedy.WRITTEN_BY_ANOTHER),
    COUNTED_UNREADABLE(Remedy.WRITTEN_BY_ANOTHER),
    REVOKES_UNKNOWN(Remedy.WRITTEN_BY_ANOTHER),
    REVOKES_NO_CLAIM(Remedy.WRITTEN_BY_ANOTHER),
    REVOKED_TWICE(Remedy.WRITTEN_BY_ANOTHER),
    CLAIM_REVOKED_TWICE(Remedy.WRITTEN_BY_ANOTHER),
    KEY_UNSIGNED(Remedy.KEY),
    KEY_UNKNOWN(Remedy.KEY);

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FindingCode.class);

    private final String remedy;

    FindingCode() {
        this.remedy = name() + ".remedy";
    }

    FindingCode(Remedy shared) {
        this.remedy = shared.name() + ".remedy";
    }

    /** The remedies that several faults share. */
    private enum Remedy {
        COMPARE,
        WRITTEN_BY_ANOTHER,
        PAID,
        KEY
    }

    String sentence(Language language, Object... details) {
        return TEXTS.text(name(), language, details);
    }

    String remedy(Language language) {
        return TEXTS.text(remedy, language);
    }
}
