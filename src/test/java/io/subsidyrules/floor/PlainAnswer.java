package io.subsidyrules.floor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.io.SerializedString;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as the contract writes it: Jackson writes the components in their order, and leaves out what is null. */
record PlainAnswer(
        String asOf,
        Ruleset ruleset,
        String currency,
        BigDecimal total,
        BigDecimal atStake,
        List<Question> questions,
        List<Claim> claims,
        List<Item> supports) {

    record Ruleset(String version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(String pointer, String title, @Nullable List<?> allowed, BigDecimal atStake, List<Asked> items) {}

    record Asked(String item, String policy) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claim(
            String id,
            String type,
            Status status,
            BigDecimal amount,
            BigDecimal atStake,
            @Nullable String lookAlikeOf,
            List<Item> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String item,
            String policy,
            String clause,
            PlainItem.Outcome outcome,
            Status status,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal atStake,
            @Nullable List<String> missing,
            @Nullable List<Failed> failed,
            String title) {

        boolean isRefused() {
            return status == Status.NOT_ELIGIBLE;
        }

        /** The item where a person decides, whatever it would give. */
        Item referred() {
            if (status != Status.ELIGIBLE) {
                return this;
            }
            BigDecimal open = amount == null ? new BigDecimal("0.00") : amount;
            return new Item(item, policy, clause, outcome, Status.REFERRED, null, open, null, null, title);
        }

        /** The item where it is refused for this one reason, whatever else may be so. */
        Item refused(Failed why) {
            return new Item(item, policy, clause, outcome, Status.NOT_ELIGIBLE, null, null, null, List.of(why), title);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(
            String pointer,
            String condition,
            String text,
            Object actual,
            @Nullable String repeats) {}

    /** The better one first. */
    enum Status {
        ELIGIBLE,
        REFERRED,
        UNDETERMINED,
        NOT_ELIGIBLE;

        final SerializedString text = new SerializedString(name());
    }
}
