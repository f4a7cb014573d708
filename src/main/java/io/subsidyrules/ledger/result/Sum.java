package io.subsidyrules.ledger.result;

import java.util.Map;
import java.util.TreeMap;

/**
 * The sums of a result in one currency.
 *
 * @param currency its code by ISO 4217
 * @param total with two decimals, as the ledger writes it
 * @param atStake likewise
 */
public record Sum(String currency, String total, String atStake) {

    /** The code of the currency of which entries say nothing. */
    public static final String YUAN = "CNY";

    /** As an entry has it. */
    Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>();
        members.put(Figures.CURRENCY, currency);
        members.put(Figures.TOTAL, total);
        members.put(Figures.AT_STAKE, atStake);
        return members;
    }

    /** Whether it is in yuan. */
    public boolean isYuan() {
        return currency.equals(YUAN);
    }
}
