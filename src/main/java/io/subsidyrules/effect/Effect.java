package io.subsidyrules.effect;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.text.TextCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The effect of a change of rules on requests: each is evaluated by the old and by the new rules, with the limits over
 * several awards. Safe for many threads.
 */
public final class Effect {

    /** The most bytes that a request can have. */
    private static final int MOST_BYTES = 1 << 20;

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Effect.class);

    private final Side before;
    private final Side after;

    /** @param today the day of requests that name none and were not recorded */
    public Effect(Ruleset before, Ruleset after, LocalDate today) {
        this.before = new Side(Version.BEFORE, before, today);
        this.after = new Side(Version.AFTER, after, today);
    }

    /** An item on a claim, or on the applicant alone. */
    private record Key(int claim, String policy, String item) {}

    /** An item with its state by one version. */
    private record Shown(Optional<String> claim, RuledItem item, ItemState state) {}

    /**
     * The effect on what a line holds: a request, a decision of the service's export of decisions, or an entry of its
     * export of the ledger.
     *
     * @param number of the line, counted from 1
     * @param line in UTF-8, not changed
     */
    public LineEffect of(int number, byte[] line) {
        FiledLine.Held held = FiledLine.read(number, line);
        if (held.effect().isPresent()) {
            return held.effect().get();
        }
        FiledRequest request = held.request().orElseThrow();
        if (request.body().length > MOST_BYTES) {
            return RefusedRequest.unreadable(number, TEXTS.text("tooLarge"));
        }
        return of(number, request);
    }

    private LineEffect of(int number, FiledRequest request) {
        Side.Answered old = before.answer(request);
        Side.Answered changed = after.answer(request);
        if (old.answer().isEmpty() || changed.answer().isEmpty()) {
            return new RefusedRequest(number, request.decision(), refusals(old, changed), true);
        }
        City city = changed.request().map(City::of).orElse(City.UNKNOWN);
        return new RequestEffect(
                number,
                request.decision(),
                changed.request().flatMap(read -> read.applicantId()),
                city.equals(City.UNKNOWN) ? old.request().map(City::of).orElse(city) : city,
                items(old.answer().get(), changed.answer().get()),
                request.record().map(record -> new RequestEffect.Recorded(record.revoked(), record.partly())));
    }

    /** Both reasons; one where both versions have the same. */
    private static List<RefusedRequest.Refusal> refusals(Side.Answered old, Side.Answered changed) {
        List<RefusedRequest.Refusal> refusals = new ArrayList<>();
        old.refusal().ifPresent(refusals::add);
        changed.refusal().ifPresent(refusal -> {
            if (!refusals.isEmpty()
                    && refusals.get(0).reason().equals(refusal.reason())
                    && refusals.get(0).pointer().equals(refusal.pointer())) {
                refusals.set(
                        0,
                        new RefusedRequest.Refusal(
                                Set.of(Version.BEFORE, Version.AFTER),
                                refusal.pointer(),
                                refusal.reason(),
                                refusal.count()));
            } else {
                refusals.add(refusal);
            }
        });
        return refusals;
    }

    private static List<ItemEffect> items(Answer before, Answer after) {
        Map<Key, Shown> old = shown(before);
        Map<Key, Shown> changed = shown(after);
        Set<Key> keys = new LinkedHashSet<>(changed.keySet());
        keys.addAll(old.keySet());
        List<ItemEffect> items = new ArrayList<>();
        for (Key key : keys) {
            Optional<Shown> one = Optional.ofNullable(old.get(key));
            Optional<Shown> other = Optional.ofNullable(changed.get(key));
            Shown named = other.or(() -> one).orElseThrow();
            ItemState none = ItemState.none(named.item().currency());
            items.add(new ItemEffect(
                    named.claim(),
                    named.item(),
                    one.map(Shown::state).orElse(none),
                    other.map(Shown::state).orElse(none)));
        }
        return items;
    }

    private static Map<Key, Shown> shown(Answer answer) {
        Map<Key, Shown> shown = new LinkedHashMap<>();
        for (int i = 0; i < answer.claims().size(); i++) {
            ClaimAnswer claim = answer.claims().get(i);
            for (ItemAnswer item : claim.items()) {
                put(i, Optional.of(claim.id()), item, shown);
            }
        }
        answer.supports().forEach(item -> put(-1, Optional.empty(), item, shown));
        return shown;
    }

    private static void put(int claim, Optional<String> id, ItemAnswer answer, Map<Key, Shown> shown) {
        RuledItem item = answer.item();
        shown.put(new Key(claim, item.policy(), item.id()), new Shown(id, item, ItemState.of(answer)));
    }
}
