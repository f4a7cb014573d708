package io.subsidyrules.recording.store;

import io.subsidyrules.ledger.result.Figures;
import io.subsidyrules.ledger.result.ShownItem;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mark by which decisions can be searched for: an item with its status, a policy with the status of any of its items,
 * or a status of any item.
 */
public record Tag(@Nullable String policy, @Nullable String item, String status) {

    /** The tags of a result: those of the items that its summary shows. */
    static Set<Tag> of(Figures result) {
        Set<Tag> tags = new HashSet<>();
        for (ShownItem shown : result.shown()) {
            tags.add(new Tag(shown.policy(), shown.item(), shown.status()));
            tags.add(new Tag(shown.policy(), null, shown.status()));
            tags.add(new Tag(null, null, shown.status()));
        }
        return tags;
    }
}
