package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainAnswer.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what undetermined items wait for, and puts first what most yuan hang on, then what most items wait for. */
final class StreamedQuestions {

    private static final Comparator<Open> MOST_FIRST = (one, other) -> {
        int byStake = Long.compare(other.atStake, one.atStake);
        return byStake != 0 ? byStake : Integer.compare(other.waiting, one.waiting);
    };

    private final List<Open> open = new ArrayList<>();
    private final @Nullable Open[] ofApplicant = new Open[StreamedField.MOST_OF_APPLICANT];

    /** A field that is asked for, in whichever claim that is; the amounts are in fen. */
    static final class Open {

        final StreamedField field;
        final int claim;

        /** A bit for each item that waits for it, by the item's place in the policy. */
        int items;

        long atStake;
        private int waiting;
        private long ofClaim;

        Open(StreamedField field, int claim) {
            this.field = field;
            this.claim = claim;
        }
    }

    /** Adds what the items on one claim wait for, or those on the applicant. */
    void add(List<StreamedItem> items, int claim) {
        int first = open.size();
        boolean any = false;
        for (StreamedItem item : items) {
            if (item.status() == Status.UNDETERMINED) {
                any = true;
                for (StreamedField field : item.missing()) {
                    Open one = field.isOfApplicant() ? ofApplicant(field) : ofClaim(field, claim, first);
                    one.items |= 1 << item.text.number();
                    one.waiting++;
                    one.ofClaim = Math.max(one.ofClaim, item.atStake());
                }
            }
        }
        if (any) {
            addUp(first);
        }
    }

    List<Open> ranked() {
        open.sort(MOST_FIRST);
        return open;
    }

    private Open ofApplicant(StreamedField field) {
        Open one = ofApplicant[field.number];
        if (one == null) {
            one = new Open(field, -1);
            ofApplicant[field.number] = one;
            open.add(one);
        }
        return one;
    }

    private Open ofClaim(StreamedField field, int claim, int first) {
        for (int i = first; i < open.size(); i++) {
            if (open.get(i).field == field) {
                return open.get(i);
            }
        }
        Open one = new Open(field, claim);
        open.add(one);
        return one;
    }

    /** Of one claim's items with an amount at most one will hold. */
    private void addUp(int first) {
        for (int i = first; i < open.size(); i++) {
            addUp(open.get(i));
        }
        for (Open one : ofApplicant) {
            if (one != null) {
                addUp(one);
            }
        }
    }

    private static void addUp(Open one) {
        one.atStake += one.ofClaim;
        one.ofClaim = 0;
    }
}
