package io.subsidyrules.effect;

import io.subsidyrules.policy.Currency;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The amounts that both versions of the rules pay, each currency by itself: those of two are never added. */
public final class Sums {

    private final Map<String, Sum> byCurrency = new TreeMap<>();

    void add(ItemEffect item) {
        add(item.before().currency(), Sum.ofBefore(item.before().paid()));
        add(item.after().currency(), Sum.ofAfter(item.after().paid()));
    }

    private void add(Currency currency, Sum sum) {
        if (sum.before().signum() != 0 || sum.after().signum() != 0) {
            byCurrency.merge(currency.code(), sum, Sum::plus);
        }
    }

    void add(Sums other) {
        other.byCurrency.forEach((currency, sum) -> byCurrency.merge(currency, sum, Sum::plus));
    }

    /** The sums of the currencies of which something is paid, by their codes. */
    public Map<String, Sum> byCurrency() {
        return Collections.unmodifiableMap(byCurrency);
    }

    /** The sum in one currency; zero where nothing is paid in it. */
    public Sum of(Currency currency) {
        return byCurrency.getOrDefault(currency.code(), Sum.ZERO);
    }

    /** More where no currency has less, less where none has more, otherwise neither. */
    Verdict verdict() {
        boolean more =
                byCurrency.values().stream().anyMatch(sum -> sum.difference().signum() > 0);
        boolean less =
                byCurrency.values().stream().anyMatch(sum -> sum.difference().signum() < 0);
        if (more && less) {
            return Verdict.OTHERWISE;
        }
        return more ? Verdict.WINNER : less ? Verdict.LOSER : Verdict.UNCHANGED;
    }
}
