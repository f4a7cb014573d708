package io.subsidyrules.meaning.tree;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.meaning.form.WrittenForm;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an item comes to for all requests of some classes.
 *
 * @param status empty where the rulebook cannot be told of them
 * @param money the amount, or what a person decides on; empty where it is none, or a fact is missing
 */
public record Payment(Optional<Status> status, Optional<Money> money) {

    /** Not eligible. */
    public static final Payment NOTHING = new Payment(Optional.of(Status.NOT_ELIGIBLE), Optional.empty());

    /** Money, in one amount or in the way in which it is worked out. */
    public sealed interface Money {}

    /** The same for all of them. */
    public record Exact(Yuan yuan, Currency currency) implements Money {}

    /** An amount that is worked out from the fields of each. Two are equal that say the same. */
    public record Worked(Amount amount, Currency currency) implements Money {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Worked worked
                    && worked.currency.equals(currency)
                    && WrittenForm.of(worked.amount).equals(WrittenForm.of(amount));
        }

        @Override
        public int hashCode() {
            return WrittenForm.of(amount).hashCode();
        }
    }
}
