package io.subsidyrules.audit;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.project.KeyFields;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.recording.store.RequestFacts;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.rulesets.kept.SourceArchive;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares the kept rulesets with the entries that name them, and the fields that distinguished projects with those of
 * the ruleset of each decision says. What the rulesets say of that is remembered: it is as good as their version, which
 * is their hash.
 */
final class RulesetTables {

    private static final String RULESET = "ruleset";
    private static final String KEYS = "project_keys";

    private final Map<String, Map<String, String>> declared;
    private final Sql sql;
    private final List<Difference> differences;

    /** @param declared by the version of a ruleset, the keys of each claim type; takes more of it */
    RulesetTables(Map<String, Map<String, String>> declared, Sql sql, List<Difference> differences) {
        this.declared = declared;
        this.sql = sql;
        this.differences = differences;
    }

    void compare(Chunk chunk) throws SQLException {
        Map<String, NavigableMap<Long, String>> rows = new HashMap<>();
        sql.query("select type, sequence, keys from project_keys", row -> rows.computeIfAbsent(
                        row.getString(1), type -> new TreeMap<>())
                .put(row.getLong(2), row.getString(3)));
        OptionalLong kept = kept();
        Map<Long, Set<String>> paid = new HashMap<>();
        for (Entry entry : chunk.decided().toList()) {
            Set<String> types = paidTypes(entry, chunk);
            paid.put(entry.sequence(), types);
            for (String type : types) {
                Optional<String> keys = keys(entry, type);
                if (keys.isPresent()) {
                    compare(entry, keys.get(), rows.getOrDefault(type, new TreeMap<>()), kept);
                }
            }
        }
        rows.forEach((type, of) -> of.subMap(chunk.from(), true, chunk.to(), true).keySet().stream()
                .filter(sequence -> !paid.getOrDefault(sequence, Set.of()).contains(type))
                .forEach(sequence -> differences.add(Difference.extra(KEYS, sequence))));
    }

    /**
     * From where on keys were kept at the latest: from the beginning where their table was made together with the
     * ledger, else from the first row on; empty if there is none.
     */
    private OptionalLong kept() throws SQLException {
        return sql.query("""
                        select case when (select max(installed_on) - min(installed_on) from flyway_schema_history
                                          where version in ('1', '2')) < interval '1 minute' then 1
                               else (select min(sequence) from project_keys)
                               end""", row -> row.getObject(1, Long.class)).stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static Set<String> paidTypes(Entry entry, Chunk chunk) {
        RequestFacts request = RequestFacts.read(
                (String) Objects.requireNonNull(entry.members().get("request")));
        return chunk.rows(entry).awards().stream()
                .filter(award ->
                        award.claim() != Award.APPLICANT && award.amount().isPresent())
                .filter(award -> award.claim() < request.types().size())
                .map(award -> request.types().get(award.claim()))
                .collect(Collectors.toSet());
    }

    /** There is a row where a type was first paid by other keys than before. */
    private void compare(Entry entry, String keys, NavigableMap<Long, String> rows, OptionalLong kept) {
        long sequence = entry.sequence();
        Map.Entry<Long, String> last = rows.floorEntry(sequence);
        if (last == null) {
            if ((kept.isPresent() && kept.getAsLong() <= sequence)
                    || entry.members().containsKey("projectForm")) {
                differences.add(Difference.missing(KEYS, sequence));
            }
        } else if (!last.getValue().equals(keys)) {
            differences.add(Difference.altered(KEYS, sequence));
        } else if (last.getKey() == sequence) {
            Map.Entry<Long, String> before = rows.lowerEntry(sequence);
            if (before != null && before.getValue().equals(keys)) {
                differences.add(Difference.extra(KEYS, sequence));
            }
        }
    }

    /** Empty if the ruleset cannot be had: what is wrong with it is said where rulesets are compared. */
    private Optional<String> keys(Entry entry, String type) throws SQLException {
        String version = (String) Objects.requireNonNull(entry.members().get(RULESET));
        Map<String, String> known = declared.get(version);
        if (known == null) {
            known = new HashMap<>();
            Optional<RuleSources> sources = sources(version);
            if (sources.isPresent()) {
                try (Ruleset ruleset = Ruleset.of(sources.get())) {
                    for (KeyFields keys : ruleset.projectKeys()) {
                        known.put(keys.type(), keys.keys());
                    }
                } catch (FaultsException refused) {
                    // This version of the service finds faults in it, and what decided did not.
                    known.clear();
                }
                declared.put(version, known);
            }
        }
        return Optional.ofNullable(known.get(type));
    }

    private Optional<RuleSources> sources(String version) throws SQLException {
        List<byte[]> archives =
                sql.query("select sources from ruleset where version = ?", row -> row.getBytes(1), version);
        try {
            return archives.stream()
                    .map(SourceArchive::read)
                    .filter(sources -> sources.version().equals(version))
                    .findFirst();
        } catch (IllegalArgumentException altered) {
            return Optional.empty();
        }
    }

    /**
     * The kept rulesets beside the entries that first named each.
     *
     * @param named by version, the first entry
     * @param head the entry that was the newest when the comparison began
     */
    void compareRulesets(Map<String, Long> named, long head) throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        sql.query(
                "select version, sequence from ruleset"
                        + " where sequence <= ? or sequence > (select max(sequence) from ledger_entry)",
                row -> rows.put(row.getString(1), row.getLong(2)),
                head);
        named.forEach((version, sequence) -> {
            Long kept = rows.remove(version);
            if (kept == null) {
                differences.add(Difference.missing(RULESET, sequence));
            } else if (!kept.equals(sequence)) {
                differences.add(Difference.altered(RULESET, sequence));
            }
        });
        rows.values().stream().sorted().forEach(sequence -> differences.add(Difference.extra(RULESET, sequence)));
        for (Map.Entry<String, Long> one : new ArrayList<>(named.entrySet())) {
            if (sources(one.getKey()).isEmpty()) {
                differences.add(Difference.altered(RULESET, one.getValue()));
            }
        }
    }

    /** The rulesets that entries name, each with the first of them. */
    static void name(Chunk chunk, Map<String, Long> named) {
        chunk.of(EntryKind.RULESET)
                .forEach(entry -> named.merge(
                        (String) Objects.requireNonNull(entry.members().get(RULESET)), entry.sequence(), Math::min));
    }
}
