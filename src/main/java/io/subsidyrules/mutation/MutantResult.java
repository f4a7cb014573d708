package io.subsidyrules.mutation;

import io.subsidyrules.regression.mutant.Mutant;
import java.util.Optional;

/**
 * The result of a wrong change.
 *
 * @param proposal for scenarios that would notice it; of a survivor alone
 */
public record MutantResult(Mutant mutant, Fate fate, Optional<Proposal> proposal) {

    static MutantResult of(Mutant mutant, Fate fate) {
        return new MutantResult(mutant, fate, Optional.empty());
    }
}
