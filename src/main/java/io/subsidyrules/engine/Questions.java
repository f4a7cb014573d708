package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.answer.Question;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.limit.AppliedLimits;
import io.subsidyrules.engine.limit.OpenAwards;
import io.subsidyrules.engine.stake.Exclusions;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the unknown fields of all undetermined items of a request and ranks them: the most yuan first, among equals
 * the one that most items wait for, then the one that was met first, the claims in their order before the applicant's
 * items.
 */
final class Questions {

    private static final Comparator<Entry> RANK = Comparator.<Entry, Yuan>comparing(entry -> entry.atStake)
            .thenComparing(entry -> entry.waiting)
            .reversed();

    private final List<RuledItem> items;
    private final AppliedLimits limits;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** The fields that items of the claim under judgement are waiting for. */
    private final List<Entry> ofClaim = new ArrayList<>();

    Questions(List<RuledItem> items, AppliedLimits limits) {
        this.limits = limits;
        this.items = items;
    }

    private static final class Entry {

        private final String pointer;
        private final Field field;
        private final BitSet items = new BitSet();
        private int waiting;
        private Yuan atStake = Yuan.ZERO;

        /** The rest that limits leave for the items that wait for it. */
        private final OpenAwards left;

        @Nullable
        private ClaimStake stakes;

        Entry(String pointer, Field field, OpenAwards left) {
            this.left = left;
            this.pointer = pointer;
            this.field = field;
        }
    }

    /**
     * Adds the unknown fields of an undetermined item.
     *
     * @param missing the fields by their pointers
     * @param exclusions those on the type of its claim
     */
    void add(Judged judged, Map<String, Field> missing, Exclusions exclusions) {
        missing.forEach((pointer, field) -> {
            Entry entry = entries.computeIfAbsent(pointer, first -> new Entry(first, field, limits.open()));
            entry.items.set(judged.item().item().position());
            entry.waiting++;
            ClaimStake stakes = entry.stakes;
            if (stakes == null) {
                stakes = new ClaimStake(exclusions);
                entry.stakes = stakes;
                ofClaim.add(entry);
            }
            stakes.add(judged.rule().rule(), judged.amount(), judged.limited());
        });
    }

    /** Exclusions across claims are not considered, so each claim is summed up by itself. */
    void endOfClaim() {
        for (Entry entry : ofClaim) {
            if (entry.stakes != null) {
                entry.atStake = entry.atStake.plus(entry.stakes.most(entry.left));
                entry.stakes = null;
            }
        }
        ofClaim.clear();
    }

    List<Question> ranked() {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<Entry> ranked = new ArrayList<>(entries.values());
        ranked.sort(RANK);
        List<Question> fields = new ArrayList<>(ranked.size());
        for (Entry entry : ranked) {
            fields.add(new Question(
                    entry.pointer,
                    entry.field,
                    entry.atStake,
                    entry.items.stream().mapToObj(items::get).toList()));
        }
        return fields;
    }
}
