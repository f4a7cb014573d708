package io.subsidyrules.audit;

import io.subsidyrules.recording.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One comparison of all entries up to a head, the newest first, and of every table with them. It goes part by part,
 * each in a transaction of its own that sees one state; what is recorded meanwhile is left to the next comparison. Not
 * for several threads.
 */
final class Comparison {

    private final Map<String, Map<String, String>> declared;
    private final Map<String, Long> rulesets = new HashMap<>();
    private long head;
    private Position position = Position.at(0);
    private boolean begun;
    private boolean ended;
    private long keys;
    private long asSent;
    private final List<Difference> differences = new ArrayList<>();

    /** @param declared what is known of the rulesets' keys from comparisons before; takes more of it */
    Comparison(Map<String, Map<String, String>> declared) {
        this.declared = declared;
    }

    /**
     * Compares the next part.
     *
     * @param connection in a transaction that reads one state throughout
     */
    void next(Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        if (!begun) {
            head = sql.query("select coalesce(max(sequence), 0) from ledger_entry", row -> row.getLong(1))
                    .get(0);
            position = Position.at(head);
            begun = true;
        }
        if (!position.isAtEnd() || position.isNewest()) {
            Chunk chunk = new EntryComparison(sql, differences).next(position);
            RulesetTables.name(chunk, rulesets);
            new DecisionTables(sql, differences).compare(chunk);
            new RevocationTables(sql, differences).compare(chunk);
            keys += new KeyTable(sql, differences).compare(chunk);
            new CountableTable(sql, differences).compare(chunk);
            asSent += new ProjectTables(sql, differences).compare(chunk);
            new RulesetTables(declared, sql, differences).compare(chunk);
            position = position.below(chunk);
        }
        if (position.isAtEnd()) {
            new DecisionTables(sql, differences).compareTags();
            new KeyTable(sql, differences).compareNumber(head, keys);
            new ProjectTables(sql, differences).compareNumber(asSent);
            new CountableTable(sql, differences).compareForms();
            new RulesetTables(declared, sql, differences).compareRulesets(rulesets, head);
            ended = true;
        }
    }

    boolean isEnded() {
        return ended;
    }

    /** The entry that was the newest when it began. */
    long head() {
        return head;
    }

    /** The number of entries compared. */
    long compared() {
        return head - position.next();
    }

    /** The differences that were found so far. */
    List<Difference> differences() {
        return List.copyOf(differences);
    }
}
