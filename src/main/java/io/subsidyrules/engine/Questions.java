package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.answer.Question;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.limit.AppliedLimits;
import io.subsidyrules.engine.limit.OpenWays;
import io.subsidyrules.engine.stake.Exclusions;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the unknown fields of all undetermined items of a request and ranks them: the most of the first claim's
 * currency first, among equals the most of the next one, then the one that most items wait for, then the one that was
 * met first, the claims in their order before the applicant's items.
 */
final class Questions {

    private static final Comparator<Entry> RANK = Comparator.<Entry, Yuan>comparing(entry -> entry.atStake)
            .thenComparing(entry -> entry.atStakeElsewhere, Questions::compare)
            .thenComparing(entry -> entry.waiting)
            .reversed();

    private static final SortedMap<String, Question.Stake> NOWHERE = Collections.emptySortedMap();

    private final List<RuledItem> items;
    private final AppliedLimits limits;
    private final Currency currency;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** The fields that items of the claim under judgement are waiting for. */
    private final List<Entry> ofClaim = new ArrayList<>();

    /** @param currency of the first claim */
    Questions(List<RuledItem> items, AppliedLimits limits, Currency currency) {
        this.limits = limits;
        this.items = items;
        this.currency = currency;
    }

    private static final class Entry {

        private final String pointer;
        private final Field field;
        private final BitSet items = new BitSet();
        private int waiting;
        private Yuan atStake = Yuan.ZERO;

        /** The rest that limits leave for the items that wait for it. */
        private final OpenWays left;
        /** The sums in other currencies than that of the first claim, in the order of their codes. */
        private SortedMap<String, Question.Stake> atStakeElsewhere = NOWHERE;

        @Nullable
        private ClaimStake stakes;

        Entry(String pointer, Field field, OpenWays left) {
            this.left = left;
            this.pointer = pointer;
            this.field = field;
        }

        void add(Yuan amount, boolean first, Currency currency) {
            if (first) {
                atStake = atStake.plus(amount);
            } else if (amount.compareTo(Yuan.ZERO) > 0) {
                SortedMap<String, Question.Stake> more = new TreeMap<>(atStakeElsewhere);
                more.merge(
                        currency.code(),
                        new Question.Stake(currency, amount),
                        (one, other) ->
                                new Question.Stake(currency, one.amount().plus(other.amount())));
                atStakeElsewhere = more;
            }
        }

        List<Question.Stake> stakes(Currency first) {
            if (atStakeElsewhere.isEmpty()) {
                return List.of(new Question.Stake(first, atStake));
            }
            List<Question.Stake> stakes = new ArrayList<>();
            if (atStake.compareTo(Yuan.ZERO) > 0) {
                stakes.add(new Question.Stake(first, atStake));
            }
            stakes.addAll(atStakeElsewhere.values());
            return stakes;
        }
    }

    /**
     * Adds the unknown fields of an undetermined item.
     *
     * @param rule one that may judge the item
     * @param missing the fields by their pointers
     * @param amount the most that the item has at stake by that rule, before any limit
     * @param exclusions those on the type of its claim
     * @param counted those that the item waits for by another of its rules: it waits for each once
     */
    void add(
            Judged judged,
            Rule rule,
            Map<String, Field> missing,
            Yuan amount,
            Exclusions exclusions,
            Set<String> counted) {
        missing.forEach((pointer, field) -> {
            Entry entry = entries.computeIfAbsent(pointer, first -> new Entry(first, field, limits.ways()));
            entry.items.set(judged.item().item().position());
            entry.waiting += counted.contains(pointer) ? 0 : 1;
            ClaimStake stakes = entry.stakes;
            if (stakes == null) {
                stakes = new ClaimStake(exclusions);
                entry.stakes = stakes;
                ofClaim.add(entry);
            }
            stakes.add(rule, amount, judged.limited());
        });
    }

    /** Amounts of two currencies are not compared: those of the first code by which they differ decide. */
    private static int compare(SortedMap<String, Question.Stake> one, SortedMap<String, Question.Stake> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return 0;
        }
        SortedSet<String> codes = new TreeSet<>(one.keySet());
        codes.addAll(other.keySet());
        for (String code : codes) {
            int sign = amount(code, one).compareTo(amount(code, other));
            if (sign != 0) {
                return sign;
            }
        }
        return 0;
    }

    private static Yuan amount(String code, SortedMap<String, Question.Stake> stakes) {
        Question.Stake stake = stakes.get(code);
        return stake == null ? Yuan.ZERO : stake.amount();
    }

    /**
     * Exclusions across claims are not considered, so each claim is summed up by itself.
     *
     * @param of the currency of the claim
     */
    void endOfClaim(Currency of) {
        for (Entry entry : ofClaim) {
            if (entry.stakes != null) {
                entry.add(entry.stakes.most(entry.left), of.equals(currency), of);
                entry.stakes = null;
            }
        }
        ofClaim.clear();
    }

    private List<RuledItem> items(BitSet positions) {
        List<RuledItem> waiting = new ArrayList<>(positions.cardinality());
        for (int i = positions.nextSetBit(0); i >= 0; i = positions.nextSetBit(i + 1)) {
            waiting.add(items.get(i));
        }
        return waiting;
    }

    List<Question> ranked() {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<Entry> ranked = new ArrayList<>(entries.values());
        ranked.sort(RANK);
        List<Question> fields = new ArrayList<>(ranked.size());
        for (Entry entry : ranked) {
            fields.add(new Question(entry.pointer, entry.field, entry.stakes(currency), items(entry.items)));
        }
        return fields;
    }
}
