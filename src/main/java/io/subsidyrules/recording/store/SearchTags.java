package io.subsidyrules.recording.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of what decisions can be looked for by. A number is for ever, so those that were committed are
 * remembered.
 */
public final class SearchTags {

    private final Map<Tag, Integer> committed = new HashMap<>();
    private final Map<Tag, Integer> fresh = new HashMap<>();

    /** The number of a tag, a new one where it has none yet. */
    public int number(Tag tag, Sql sql) throws SQLException {
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

    public void committed() {
        committed.putAll(fresh);
        fresh.clear();
    }

    public void rolledBack() {
        fresh.clear();
    }

    private static Optional<Integer> stored(Tag tag, Sql sql) throws SQLException {
        return sql.query("""
                        select id from tag
                        where policy is not distinct from ?::text and item is not distinct from ?::text
                          and status = ?""", row -> row.getInt(1), tag.policy(), tag.item(), tag.status()).stream()
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
