package io.subsidyrules.effect;

import io.subsidyrules.engine.answer.RuledItem;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The effects on many requests together. Used by one thread; its size depends on the rules alone. */
public final class EffectTotals {

    private static final Comparator<RuledItem> BY_PLACE = Comparator.comparing(RuledItem::policy)
            .thenComparing(RuledItem::position)
            .thenComparing(RuledItem::id);

    /** Those that are not known last. */
    private static final Comparator<City> BY_CODE = Comparator.comparing(
                    (City city) -> city.code().isEmpty())
            .thenComparing(city -> city.code().orElse(""));

    private final Tally requests = new Tally();
    private final Map<String, RuledItem> named = new TreeMap<>();
    private final Map<String, Tally> items = new TreeMap<>();
    private final Map<City, Tally> cities = new TreeMap<>(BY_CODE);
    private long refused;
    private long passedOver;
    private long revocations;
    private long revoked;
    private long partly;

    /** Takes in the effect on one line. */
    public void add(LineEffect effect) {
        if (effect instanceof RequestEffect request) {
            add(request);
        } else if (effect instanceof PassedOver other) {
            passedOver++;
            revocations += other.revocation() ? 1 : 0;
        } else {
            refused++;
        }
    }

    private void add(RequestEffect request) {
        requests.add(request);
        cities.computeIfAbsent(request.city(), city -> new Tally()).add(request);
        for (ItemEffect item : request.items()) {
            String key = item.item().policy() + "/" + item.item().id();
            named.putIfAbsent(key, item.item());
            items.computeIfAbsent(key, unseen -> new Tally()).add(item);
        }
        revoked += request.recorded().filter(RequestEffect.Recorded::revoked).isPresent() ? 1 : 0;
        partly += request.recorded().filter(RequestEffect.Recorded::partly).isPresent() ? 1 : 0;
    }

    /** The requests that both versions answer. */
    public Tally requests() {
        return requests;
    }

    /** The number of requests, those that are refused included. */
    public long read() {
        long answered = 0;
        for (Verdict verdict : Verdict.values()) {
            answered += requests.count(verdict);
        }
        return answered + refused;
    }

    /** The number of lines that hold no request, or one that a version refuses. */
    public long refused() {
        return refused;
    }

    /** The number of entries of the ledger that have no request. */
    public long passedOver() {
        return passedOver;
    }

    /** The number of these that revoke something. */
    public long revocations() {
        return revocations;
    }

    /** The number of decisions that were revoked since, wholly or in part; they count as they were decided. */
    public long revoked() {
        return revoked;
    }

    /** The number of decisions whose limits counted awards that their record does not tell in full. */
    public long partly() {
        return partly;
    }

    /** The items, by policy and place, each with a count for each claim that it was decided on. */
    public Map<RuledItem, Tally> byItem() {
        Map<RuledItem, Tally> sorted = new TreeMap<>(BY_PLACE);
        items.forEach((key, tally) -> {
            RuledItem item = named.get(key);
            if (item != null) {
                sorted.put(item, tally);
            }
        });
        return sorted;
    }

    /** The cities by their codes, those that are not known last. */
    public Map<City, Tally> byCity() {
        return Collections.unmodifiableMap(cities);
    }

    /** Whether anything changes, or was refused. */
    public boolean isFound() {
        return refused > 0 || requests.isChanged();
    }
}
