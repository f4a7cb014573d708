package io.subsidyrules.ledger.result;

import java.util.Comparator;

/** An item of a policy with a status that the summary of a result shows it in. */
public record ShownItem(String policy, String item, String status) implements Comparable<ShownItem> {

    private static final Comparator<ShownItem> ORDER = Comparator.comparing(ShownItem::policy)
            .thenComparing(ShownItem::item)
            .thenComparing(ShownItem::status);

    @Override
    public int compareTo(ShownItem other) {
        return ORDER.compare(this, other);
    }
}
