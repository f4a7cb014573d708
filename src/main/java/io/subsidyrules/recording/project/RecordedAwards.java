package io.subsidyrules.recording.project;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.ProjectText;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.ledger.result.CountedAward;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.recording.store.CountableAward;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Recorded awards as the limits of a ruleset count them, made of what the tables or the ledger's entries have. */
public final class RecordedAwards {

    /** In the place of the clause of an item that the ruleset does not have. */
    private static final String NONE = "";

    private final Map<AwardQuery.Item, String> clauses = new HashMap<>();
    private final Map<String, String> currencies = new HashMap<>();

    /** @param ruleset the one that counts them, whose clauses they have */
    public RecordedAwards(Ruleset ruleset) {
        for (RuledItem item : ruleset.items()) {
            clauses.put(new AwardQuery.Item(item.policy(), item.id()), item.clause());
            currencies.put(item.policy(), item.currency().code());
        }
    }

    /** Whether it is of the currency that its policy has now; limits count no other. */
    boolean isOfItsCurrency(CountableAward award) {
        return award.currency().equals(currencies.get(award.policy()));
    }

    /**
     * An award of the tables.
     *
     * @param groups the values by which it was looked for, by the applicant's fields
     */
    RecordedAward of(UUID decision, CountableAward award, String applicant, Map<String, Object> groups) {
        return new RecordedAward(
                decision.toString(),
                award.claim(),
                award.decidedOn(),
                award.policy(),
                award.item(),
                clause(award.policy(), award.item()),
                award.type(),
                ProjectText.readKeys(award.keys()),
                applicant,
                plain(groups),
                new Yuan(award.amount()));
    }

    /**
     * Those that a recorded decision counted.
     *
     * @param applicant the id of the one it decided on
     * @throws IllegalArgumentException if one of them cannot be
     */
    public List<RecordedAward> of(List<CountedAward> counted, String applicant) {
        return counted.stream()
                .map(award -> new RecordedAward(
                        award.decision(),
                        award.claim(),
                        LocalDate.parse(award.asOf()),
                        award.policy(),
                        award.item(),
                        clause(award.policy(), award.item()),
                        award.type(),
                        award.keys(),
                        award.applicant().orElse(applicant),
                        award.groups(),
                        Yuan.of(award.amount())))
                .toList();
    }

    /**
     * Those that a decision counts, as its entry keeps them.
     *
     * @param applicant the id of the one it decides on
     */
    public List<CountedAward> counted(List<RecordedAward> awards, String applicant) {
        return awards.stream()
                .map(award -> new CountedAward(
                        award.decision(),
                        award.claim(),
                        award.decidedOn().toString(),
                        award.policy(),
                        award.item(),
                        award.claimType(),
                        award.keys(),
                        award.applicant().equals(applicant) ? Optional.empty() : Optional.of(award.applicant()),
                        award.groups(),
                        award.amount().amount().toPlainString(),
                        currency(award.policy())))
                .toList();
    }

    /** The currency of the policy's awards; empty for yuan. */
    private Optional<String> currency(String policy) {
        return Optional.ofNullable(currencies.get(policy)).filter(code -> !code.equals(Sum.YUAN));
    }

    private String clause(String policy, String item) {
        return clauses.getOrDefault(new AwardQuery.Item(policy, item), NONE);
    }

    /** With values that JSON has: what is neither a whole number nor a truth value is a text. */
    private static Map<String, Object> plain(Map<String, Object> values) {
        Map<String, Object> plain = new HashMap<>();
        values.forEach((name, value) ->
                plain.put(name, value instanceof Integer || value instanceof Boolean ? value : Values.text(value)));
        return plain;
    }
}
