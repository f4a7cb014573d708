package io.subsidyrules.audit;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.recording.store.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the tables of revocations with their entries. */
final class RevocationTables {

    private static final String REVOCATION = "revocation";
    private static final String CLAIM = "revoked_claim";

    /** In the place of a claim where all of a decision is revoked. */
    private static final long ALL = -1;

    private final Sql sql;
    private final List<Difference> differences;

    RevocationTables(Sql sql, List<Difference> differences) {
        this.sql = sql;
        this.differences = differences;
    }

    /** A revocation by its id and that of its decision. */
    private record Revocation(@Nullable String id, @Nullable String decision) {}

    /** A claim of a decision that a revocation takes back. */
    private record Revoked(@Nullable String decision, long claim, long revocation) {}

    void compare(Chunk chunk) throws SQLException {
        revocations(chunk);
        claimsOfRevocations(chunk);
        claimsOfDecisions(chunk);
    }

    private void revocations(Chunk chunk) throws SQLException {
        Map<Long, Revocation> rows = new HashMap<>();
        sql.query(
                """
                select revocation.sequence, revocation.id, decision.id
                from revocation left join decision on decision.sequence = revocation.decision
                where revocation.sequence between ? and ?""",
                row -> rows.put(row.getLong(1), new Revocation(row.getString(2), row.getString(3))),
                chunk.from(),
                chunk.to());
        chunk.of(EntryKind.REVOCATION).forEach(entry -> {
            Revocation row = rows.remove(entry.sequence());
            if (row == null) {
                differences.add(Difference.missing(REVOCATION, entry.sequence()));
            } else if (!row.equals(new Revocation(text("id", entry), text("decision", entry)))) {
                differences.add(Difference.altered(REVOCATION, entry.sequence()));
            }
        });
        rows.keySet().stream().sorted().forEach(sequence -> differences.add(Difference.extra(REVOCATION, sequence)));
    }

    private void claimsOfRevocations(Chunk chunk) throws SQLException {
        List<Entry> revocations = chunk.of(EntryKind.REVOCATION).toList();
        if (revocations.isEmpty()) {
            return;
        }
        Set<Revoked> rows = new HashSet<>(sql.query(
                """
                select distinct decision.id, revoked.claim, revoked.revocation
                from unnest(?::text[]) as asked (id)
                join decision on decision.id = asked.id::uuid
                join revoked_claim revoked on revoked.decision = decision.sequence""",
                row -> new Revoked(row.getString(1), row.getLong(2), row.getLong(3)),
                new Sql.Values(
                        "text",
                        revocations.stream()
                                .map(entry -> text("decision", entry))
                                .toList())));
        for (Entry entry : revocations) {
            for (long claim : claims(entry)) {
                if (!rows.contains(new Revoked(text("decision", entry), claim, entry.sequence()))) {
                    differences.add(Difference.missing(CLAIM, entry.sequence()));
                }
            }
        }
    }

    /** Each row has to have its entry, since the projects and the list count by it. */
    private void claimsOfDecisions(Chunk chunk) throws SQLException {
        Map<Long, String> ids = new HashMap<>();
        chunk.of(EntryKind.DECISION).forEach(entry -> ids.put(entry.sequence(), text("id", entry)));
        sql.query(
                """
                select revoked.decision, revoked.claim, entry.content
                from revoked_claim revoked
                left join ledger_entry entry on entry.sequence = revoked.revocation and entry.kind = 'REVOCATION'
                where revoked.decision between ? and ?""",
                row -> {
                    long decision = row.getLong(1);
                    if (!isTold(Optional.ofNullable(ids.get(decision)), row.getLong(2), row.getString(3))) {
                        differences.add(Difference.extra(CLAIM, decision));
                    }
                    return decision;
                },
                chunk.from(),
                chunk.to());
    }

    private static boolean isTold(Optional<String> decision, long claim, @Nullable String content) {
        if (decision.isEmpty() || content == null) {
            return false;
        }
        try {
            Entry entry = Entry.read(content);
            return text("decision", entry).equals(decision.get())
                    && claims(entry).contains(claim);
        } catch (IllegalArgumentException altered) {
            // It is named where the entries are compared.
            return true;
        }
    }

    private static List<Long> claims(Entry revocation) {
        return revocation.members().get("claims") instanceof List<?> claims
                ? claims.stream().map(claim -> (Long) claim).toList()
                : List.of(ALL);
    }

    private static String text(String member, Entry entry) {
        return (String) Objects.requireNonNull(entry.members().get(member), member);
    }
}
