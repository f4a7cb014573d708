package io.subsidyrules.recording.replay;

import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The result of evaluating a decision's request again, beside what was recorded.
 *
 * @param ruleset the version of the ruleset that evaluated it now
 * @param asOf the date as of which both were evaluated
 * @param same under the ruleset that decided, whether statuses, amounts, items and pointers are the same to the byte;
 *     under another one, whether no item differs in its status or its amount
 * @param sameTexts whether the texts are the same too, which come with the service's version and the ruleset
 * @param recordedTotal in the first currency of the recorded result
 * @param recordedCurrency the code of that
 * @param total in the first currency of the result now
 * @param currency the code of that
 * @param differences the items that differ in status or amount, in the order of claims and items
 */
public record Replay(
        UUID decision,
        String ruleset,
        LocalDate asOf,
        boolean same,
        boolean sameTexts,
        BigDecimal recordedTotal,
        String recordedCurrency,
        BigDecimal total,
        String currency,
        List<Difference> differences) {

    public Replay {
        differences = List.copyOf(differences);
    }

    /**
     * An item that differs.
     *
     * @param claim the position of the claim, from 0; empty for an item on the applicant alone
     * @param recorded empty if the ruleset that decided did not have the item
     * @param replayed empty if the other one does not have it
     */
    public record Difference(
            Optional<Integer> claim,
            String policy,
            String item,
            Optional<ItemStatus> recorded,
            Optional<ItemStatus> replayed) {

        /**
         * The additional amount that would be paid; negative if less would be paid. Empty where the two amounts are of
         * different currencies.
         */
        public Optional<BigDecimal> amount() {
            return currency(recorded, replayed).equals(currency(replayed, recorded))
                    ? Optional.of(amount(replayed).subtract(amount(recorded)))
                    : Optional.empty();
        }

        /** The currency of an amount; of the other one, where it has none itself. */
        private static Optional<String> currency(Optional<ItemStatus> item, Optional<ItemStatus> other) {
            return item.filter(one -> one.amount().isPresent()).or(() -> other).map(ItemStatus::currency);
        }

        private static BigDecimal amount(Optional<ItemStatus> item) {
            return item.flatMap(ItemStatus::amount).orElse(Yuan.ZERO.amount());
        }
    }

    /**
     * The status of an item.
     *
     * @param amount of an eligible award
     * @param currency the code of its currency
     */
    public record ItemStatus(String status, Optional<BigDecimal> amount, String currency) {}
}
