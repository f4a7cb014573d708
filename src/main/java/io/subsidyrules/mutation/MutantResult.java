package io.subsidyrules.mutation;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.fault.Place;
import io.subsidyrules.mutation.killer.Proposal;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.regression.mutant.MutantKind;
import io.subsidyrules.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The result of a wrong change, without the rulebook that has it.
 *
 * @param change what was changed, as a sentence
 * @param place where that is written
 * @param items those whose outcome can be another one by it
 * @param proposal for scenarios that would notice it; of a survivor alone
 */
public record MutantResult(
        MutantKind kind,
        Text change,
        Place place,
        Set<AwardChoice.Item> items,
        Fate fate,
        Optional<Proposal> proposal) {

    public MutantResult {
        items = Set.copyOf(items);
    }

    static MutantResult of(Mutant mutant, Fate fate) {
        return of(mutant, fate, Optional.empty());
    }

    static MutantResult survivor(Mutant mutant, Proposal proposal) {
        return of(mutant, Fate.SURVIVED, Optional.of(proposal));
    }

    private static MutantResult of(Mutant mutant, Fate fate, Optional<Proposal> proposal) {
        return new MutantResult(mutant.kind(), mutant.change(), mutant.place(), mutant.items(), fate, proposal);
    }

    /**
     * The same, whose scenario has no name that another one has.
     *
     * @param names of the scenarios that were proposed before, to which its own is added
     * @param taken the names of the scenarios that there are
     */
    MutantResult namedApart(Map<Text, Proposal.Found> names, Set<String> taken) {
        return new MutantResult(
                kind,
                change,
                place,
                items,
                fate,
                proposal.map(one -> one instanceof Proposal.Found found ? namedApart(found, names, taken) : one));
    }

    private static Proposal namedApart(Proposal.Found found, Map<Text, Proposal.Found> names, Set<String> taken) {
        Proposal.Found apart = found;
        for (int number = 2; isOther(apart, names, taken); number++) {
            apart = found.numbered(number);
        }
        names.put(apart.name(), apart);
        return apart;
    }

    private static boolean isOther(Proposal.Found found, Map<Text, Proposal.Found> names, Set<String> taken) {
        Proposal.Found other = names.getOrDefault(found.name(), found);
        return !other.entry().equals(found.entry())
                || taken.contains(found.name().en())
                || taken.contains(found.name().zh());
    }
}
