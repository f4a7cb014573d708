package io.subsidyrules.floor;

import com.fasterxml.jackson.core.io.SerializedString;
import io.subsidyrules.floor.PlainAnswer.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One item that is judged: its conditions are put to it one by one, in the order in which answers tell them. */
final class StreamedItem {

    /** An amount that is not told. */
    static final long NONE = -1;

    private static final LocalDate START = LocalDate.of(2022, 9, 6);
    /** In the order of the policy. */
    static final List<Text> TEXTS = new ArrayList<>();

    private static final Map<PlainItem, Text> BY_ITEM = new EnumMap<>(PlainItem.class);

    static {
        for (PlainItem item : PlainItem.values()) {
            Text text = Text.of(item, TEXTS.size());
            TEXTS.add(text);
            BY_ITEM.put(item, text);
        }
    }

    final Text text;
    private final LocalDate asOf;
    private @Nullable List<StreamedField> missing;
    private @Nullable List<Failed> failed;
    private Status status = Status.NOT_ELIGIBLE;
    private long amount = NONE;
    private long atStake = NONE;

    StreamedItem(PlainItem item, LocalDate asOf) {
        this.text = Objects.requireNonNull(BY_ITEM.get(item));
        this.asOf = asOf;
    }

    /**
     * An item with its texts encoded.
     *
     * @param number its place in the policy
     * @param fen its amount or ceiling
     */
    record Text(
            PlainItem.Outcome outcome,
            int number,
            SerializedString id,
            SerializedString clause,
            SerializedString outcomeText,
            SerializedString title,
            long fen) {

        static Text of(PlainItem item, int number) {
            return new Text(
                    item.outcome,
                    number,
                    new SerializedString(item.id),
                    new SerializedString(item.clause),
                    new SerializedString(item.outcome.name()),
                    new SerializedString(item.title),
                    item.amount.movePointRight(2).longValueExact());
        }
    }

    /** A condition that does not hold, and the value that it met. */
    record Failed(StreamedCheck check, Object actual) {}

    StreamedItem yes(StreamedCheck check, @Nullable Boolean actual) {
        return check(check, actual, actual != null && actual);
    }

    StreamedItem is(StreamedCheck check, @Nullable Enum<?> actual, Enum<?> wanted) {
        return check(check, actual, actual == wanted);
    }

    StreamedItem positive(StreamedCheck check, long fen) {
        return fen > 0 ? this : check(check, fen == StreamedMembers.UNKNOWN ? null : fen, false);
    }

    StreamedItem sinceStart(StreamedCheck check, @Nullable LocalDate actual) {
        return check(check, actual, actual != null && !actual.isBefore(START));
    }

    StreamedItem byNow(StreamedCheck check, @Nullable LocalDate actual) {
        return check(check, actual, actual != null && !actual.isAfter(asOf));
    }

    /** The date so many years later lies after today. */
    StreamedItem runs(StreamedCheck check, @Nullable LocalDate actual, int years) {
        return check(check, actual, actual != null && actual.plusYears(years).isAfter(asOf));
    }

    /** The date so many years later has come. */
    StreamedItem isOver(StreamedCheck check, @Nullable LocalDate actual, int years) {
        return check(check, actual, actual != null && !actual.plusYears(years).isAfter(asOf));
    }

    /** A condition that is unknown where the field is, and else holds or fails. */
    StreamedItem check(StreamedCheck check, @Nullable Object actual, boolean holds) {
        if (actual == null) {
            addMissing(check.field());
        } else if (!holds) {
            if (failed == null) {
                failed = new ArrayList<>(2);
            }
            failed.add(new Failed(check, actual));
        }
        return this;
    }

    /** Decides the item where its amount is fixed, or it has none. */
    void decide() {
        decide(text.fen);
    }

    /** Decides the item where its amount is computed, as far as what that takes is known, and has a ceiling. */
    void decideAtMostCeiling(long fen) {
        decide(fen == StreamedMembers.UNKNOWN ? text.fen : Math.min(fen, text.fen));
    }

    private void decide(long fen) {
        if (failed != null) {
            return;
        }
        if (missing != null) {
            status = Status.UNDETERMINED;
            atStake = fen;
        } else if (text.outcome == PlainItem.Outcome.REFER) {
            status = Status.REFERRED;
            atStake = fen;
        } else {
            status = Status.ELIGIBLE;
            amount = text.outcome == PlainItem.Outcome.AWARD ? fen : NONE;
        }
    }

    /** Leaves to a person what is eligible, whatever it would give. */
    void refer() {
        if (status == Status.ELIGIBLE) {
            status = Status.REFERRED;
            atStake = Math.max(amount, 0);
            amount = NONE;
        }
    }

    Status status() {
        return status;
    }

    /** In fen, or {@link #NONE}. */
    long amount() {
        return amount;
    }

    /** In fen, or {@link #NONE}. */
    long atStake() {
        return atStake;
    }

    /** The fields that an undetermined item waits for. */
    List<StreamedField> missing() {
        return missing == null || status != Status.UNDETERMINED ? List.of() : missing;
    }

    List<Failed> failed() {
        return failed == null ? List.of() : failed;
    }

    private void addMissing(StreamedField field) {
        if (missing == null) {
            missing = new ArrayList<>(2);
        }
        if (!missing.contains(field)) {
            missing.add(field);
        }
    }
}
