package io.subsidyrules.engine;

import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.Total;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.List;

/** Sums up the claims of a request, those of each currency apart. */
final class Totals {

    /** One for each currency, in the order of the claims; mostly there is one. */
    private final List<Total> totals = new ArrayList<>(1);

    Totals(Currencies currencies, Request request) {
        for (Claim claim : request.claims()) {
            begin(currencies.of(claim.fact().type()));
        }
        if (totals.isEmpty()) {
            begin(currencies.first(request));
        }
    }

    private void begin(Currency currency) {
        if (index(currency) < 0) {
            totals.add(new Total(currency, Yuan.ZERO, Yuan.ZERO));
        }
    }

    private int index(Currency currency) {
        for (int i = 0; i < totals.size(); i++) {
            if (totals.get(i).currency().equals(currency)) {
                return i;
            }
        }
        return -1;
    }

    /** The currency of the first claim; without a claim, that of the first policy that is asked for. */
    Currency first() {
        return totals.get(0).currency();
    }

    void add(ClaimAnswer claim) {
        int index = index(claim.currency());
        totals.set(index, totals.get(index).and(claim.amount(), claim.atStake()));
    }

    List<Total> all() {
        return totals;
    }
}
