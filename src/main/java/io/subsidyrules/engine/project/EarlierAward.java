package io.subsidyrules.engine.project;

/**
 * An award already in force for the project of a claim, or for one that looks like it.
 *
 * @param decision the id of the decision that awarded it, of at most 100 characters
 * @param claim the claim's index in the request of that decision
 * @param sameApplicant whether it went to the applicant who claims now
 * @param lookAlike whether it went to a project that is written otherwise and looks like that of the claim
 */
public record EarlierAward(String decision, int claim, boolean sameApplicant, boolean lookAlike) {

    /** Every item of a claim quotes it. */
    private static final int LONGEST_ID = 100;

    public EarlierAward {
        if (decision.isBlank() || decision.length() > LONGEST_ID) {
            throw new IllegalArgumentException("The id of the earlier decision (%s) does not have 1 to %s characters."
                    .formatted(decision, LONGEST_ID));
        }
        if (claim < 0) {
            throw new IllegalArgumentException(
                    "The claim that the decision %s awarded has no index (%s).".formatted(decision, claim));
        }
    }
}
