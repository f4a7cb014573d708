package io.subsidyrules.recording;

import io.subsidyrules.engine.Status;
import io.subsidyrules.ledger.result.Figures;
import io.subsidyrules.ledger.result.ShownItem;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers of what decisions can be looked for by. A number is for ever, so those that were committed are remembered. */
final class Tags {

    private final Map<Tag, Integer> committed = new HashMap<>();
    private final Map<Tag, Integer> fresh = new HashMap<>();

    /**
     * What decisions can be looked for by: an item with its status, a policy with the status of any of its items, or a
     * status of any item.
     */
    record Tag(@Nullable String policy, @Nullable String item, String status) {}

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

    /** The statuses of the same items, the better ones first. */
    static List<String> statuses(Figures result) {
        return result.shown().stream()
                .map(shown -> Status.valueOf(shown.status()))
                .distinct()
                .sorted()
                .map(Status::name)
                .toList();
    }

    /** The number of a tag, a new one where it has none yet. */
    int number(Tag tag, Sql sql) throws SQLException {
        Integer known = committed.get(tag);
        if (known == null) {
            known = fresh.get(tag);
        }
        if (known == null) {
            known = stored(tag, sql).orElse(-1);
            if (known < 0) {
                known = add(tag, sql);
            }
            fresh.put(tag, known);
        }
        return known;
    }

    void committed() {
        committed.putAll(fresh);
        fresh.clear();
    }

    void rolledBack() {
        fresh.clear();
    }

    private static Optional<Integer> stored(Tag tag, Sql sql) throws SQLException {
        return sql.query("""
                        select id from tag
                        where policy is not distinct from ?::text and item is not distinct from ?::text and status = ?""", row -> row.getInt(1), tag.policy(), tag.item(), tag.status()).stream()
                .findFirst();
    }

    /** Numbers are given out under the lock that the whole transaction holds. */
    private static int add(Tag tag, Sql sql) throws SQLException {
        return sql.query("""
                        insert into tag (id, policy, item, status)
                        select coalesce(max(id), 0) + 1, ?::text, ?::text, ? from tag
                        returning id""", row -> row.getInt(1), tag.policy(), tag.item(), tag.status())
                .get(0);
    }
}
