package io.subsidyrules.mutation.killer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leaves out of a case what makes no difference to what it shows, so that it is easier to judge. */
final class ShorterCase {

    private static final int MOST_TRIED = 60;

    private final Trial trial;
    private final String file;
    private final Decided shown;
    private int tried;

    private ShorterCase(Trial trial, String file, Decided shown) {
        this.trial = trial;
        this.file = file;
        this.shown = shown;
    }

    /** The candidate without other claims, earlier awards and values of the applicant, as far as it can do without. */
    static Candidate of(Candidate candidate, Decided shown, Trial trial) {
        ShorterCase shorter = new ShorterCase(trial, candidate.base().file(), shown);
        Asked asked = candidate.asked();
        List<String> changed = candidate.changed();
        for (int i = asked.claims().size() - 1; i >= 0 && asked.claims().size() > 1; i--) {
            Asked fewer = asked.with("/claims/" + i, Optional.empty());
            if (shorter.showsTheSame(fewer)) {
                asked = fewer;
                changed = moved(changed, i);
            }
        }
        List<String> rest = new ArrayList<>(List.of("/policies", "/earlier"));
        if (asked.at("/applicant").orElse(Map.of()) instanceof Map<?, ?> applicant) {
            applicant.keySet().forEach(name -> rest.add("/applicant/" + name));
        }
        for (String pointer : rest) {
            if (asked.at(pointer).isPresent() && !changed.contains(pointer)) {
                Asked fewer = asked.with(pointer, Optional.empty());
                asked = shorter.showsTheSame(fewer) ? fewer : asked;
            }
        }
        return new Candidate(candidate.base(), asked, changed);
    }

    private boolean showsTheSame(Asked asked) {
        return tried++ < MOST_TRIED
                && trial.decided(file, asked)
                        .filter(decided ->
                                decided.differsInOutcome() == shown.differsInOutcome() && isPart(decided.shown()))
                        .isPresent();
    }

    /** Whether something of what the case shows is left. */
    private boolean isPart(List<Object> left) {
        return shown.shown().isEmpty()
                ? left.isEmpty()
                : !left.isEmpty() && shown.shown().containsAll(left);
    }

    /** The pointers where the claim at an index is no longer there. */
    private static List<String> moved(List<String> pointers, int index) {
        List<String> moved = new ArrayList<>();
        for (String pointer : pointers) {
            String[] names = pointer.split("/", -1);
            boolean ofClaim = names.length > 2 && names[1].equals("claims");
            int at = ofClaim ? Integer.parseInt(names[2]) : -1;
            if (at > index) {
                names[2] = Integer.toString(at - 1);
            }
            if (at != index) {
                moved.add(String.join("/", names));
            }
        }
        return moved;
    }
}
