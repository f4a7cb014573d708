package io.subsidyrules.ledger.account;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** The awards that projects got, each with its number in the order in which they came. */
final class Awards {

    private static final int NONE = -1;

    private final Fingerprints lookAlikes = new Fingerprints();

    /** By the number of the look-alike form. */
    private final Ints newest = new Ints();

    /** By the number of the award: the one before it for what looks the same, as far as it stood then. */
    private final Ints before = new Ints();

    private final Ints decision = new Ints();
    private final Ints claim = new Ints();
    private final Ints written = new Ints();
    private int size;

    /** @param inForce whether an award is in force, by its number */
    void add(int ofDecision, int ofClaim, ProjectForms project, IntPredicate inForce) {
        OptionalInt known = lookAlikes.find(project.lookAlike());
        int form = known.orElseGet(() -> lookAlikes.add(project.lookAlike()));
        int last = known.isPresent() ? newest.get(form) : NONE;
        while (last != NONE && !inForce.test(last)) {
            last = before.get(last);
        }
        newest.set(form, size);
        before.set(size, last);
        decision.set(size, ofDecision);
        claim.set(size, ofClaim);
        written.set(size, (int) project.written().low());
        size++;
    }

    /** The awards of what looks like a project, the newest first; those that were revoked may lack. */
    List<Integer> ofLookAlikes(ProjectForms project) {
        List<Integer> found = new ArrayList<>();
        lookAlikes.find(project.lookAlike()).ifPresent(form -> {
            for (int award = newest.get(form); award != NONE; award = before.get(award)) {
                found.add(award);
            }
        });
        return found;
    }

    int size() {
        return size;
    }

    int decision(int award) {
        return decision.get(award);
    }

    int claim(int award) {
        return claim.get(award);
    }

    boolean isWrittenAs(int award, ProjectForms project) {
        return written.get(award) == (int) project.written().low();
    }
}
