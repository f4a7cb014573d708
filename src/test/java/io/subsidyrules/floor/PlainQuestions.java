package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainAnswer.Item;
import io.subsidyrules.floor.PlainAnswer.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what undetermined items wait for, and puts first what most yuan hang on, then what most items wait for. */
final class PlainQuestions {

    private static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final Map<String, PlainItem> ITEMS = new HashMap<>();

    static {
        for (PlainItem item : PlainItem.values()) {
            ITEMS.put(item.id, item);
        }
    }

    private final Map<String, Open> open = new LinkedHashMap<>();

    private static final class Open {

        private final String pointer;
        private final PlainField field;
        private final Map<PlainItem, PlainAnswer.Asked> items = new EnumMap<>(PlainItem.class);
        private int waiting;
        private BigDecimal atStake = ZERO;
        private BigDecimal ofClaim = ZERO;

        Open(String pointer, PlainField field) {
            this.pointer = pointer;
            this.field = field;
        }
    }

    /** @param claim the type of the claim, or applicant */
    void add(List<Item> items, String claim) {
        for (Item item : items) {
            if (item.status() == Status.UNDETERMINED && item.missing() != null && item.atStake() != null) {
                for (String pointer : item.missing()) {
                    add(item, pointer, item.atStake(), claim);
                }
            }
        }
        // Of one claim's items with an amount at most one will hold.
        for (Open one : open.values()) {
            one.atStake = one.atStake.add(one.ofClaim);
            one.ofClaim = ZERO;
        }
    }

    private void add(Item item, String pointer, BigDecimal atStake, String claim) {
        Open one = open.computeIfAbsent(pointer, first -> new Open(first, PlainField.at(first, claim)));
        one.items.put(ITEMS.get(item.item()), new PlainAnswer.Asked(item.item(), item.policy()));
        one.waiting++;
        one.ofClaim = one.ofClaim.max(atStake);
    }

    List<PlainAnswer.Question> ranked() {
        List<Open> ranked = new ArrayList<>(open.values());
        ranked.sort(Comparator.<Open, BigDecimal>comparing(one -> one.atStake)
                .thenComparing(one -> one.waiting)
                .reversed());
        List<PlainAnswer.Question> questions = new ArrayList<>(ranked.size());
        for (Open one : ranked) {
            questions.add(new PlainAnswer.Question(
                    one.pointer,
                    one.field.title(),
                    one.field.allowed(),
                    one.atStake,
                    new ArrayList<>(one.items.values())));
        }
        return questions;
    }
}
