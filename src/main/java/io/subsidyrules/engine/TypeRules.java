package io.subsidyrules.engine;

import io.subsidyrules.engine.rule.EvaluableItem;
import io.subsidyrules.engine.stake.Exclusions;
import io.subsidyrules.policy.Currency;
import java.util.List;

/**
 * The rules on one type of claim, or on the applicant.
 *
 * @param items in the order of policy folder, clause number, place in the file
 * @param exclusions those among their rules
 * @param currency of what a claim of the type is given
 */
record TypeRules(List<EvaluableItem> items, Exclusions exclusions, Currency currency) {

    TypeRules {
        items = List.copyOf(items);
    }
}
