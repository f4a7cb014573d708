package io.subsidyrules.recording.project;

import io.subsidyrules.engine.project.KeyFields;
import io.subsidyrules.recording.store.Sql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The fields that distinguished the projects of claim types when awards were recorded. Rules that use other fields
 * would not know any of them again, so nothing is recorded by these until the operator accepts it.
 */
public final class RecordedKeyFields {

    private static final Logger LOG = Logger.getLogger(RecordedKeyFields.class);

    private final Set<String> accepted;
    private final Map<String, KeyFields> byType = new HashMap<>();

    /** @param accepted keys as {@link #text} gives them, with semicolons between */
    public RecordedKeyFields(String accepted) {
        this.accepted = Stream.of(accepted.split(";")).map(String::strip).collect(Collectors.toSet());
    }

    static String text(KeyFields keys) {
        return "%s (%s)".formatted(keys.type(), keys.keys());
    }

    public void load(Collection<String> types, Sql sql) throws SQLException {
        sql.query(
                """
                select distinct on (type) type, keys
                from unnest(?::text[]) as asked (type) join project_keys using (type)
                order by type, sequence desc""",
                row -> byType.put(row.getString(1), new KeyFields(row.getString(1), row.getString(2))),
                new Sql.Values("text", List.copyOf(types)));
    }

    /** The recorded key fields, if others are declared now and are not accepted. */
    public Optional<KeyFields> insteadOf(KeyFields declared) {
        return Optional.ofNullable(byType.get(declared.type()))
                .filter(recorded -> !recorded.equals(declared) && !accepted.contains(text(declared)));
    }

    /** Tells the operator where rules that have gone live declare others. */
    public void tell(List<KeyFields> declared) {
        declared.forEach(keys -> insteadOf(keys)
                .ifPresent(recorded -> LOG.errorf(
                        "Decisions on claims of the type %s are refused: its projects were told apart by "
                                + "(%s) when they were paid, and are by (%s) in the rules that are live now, so that "
                                + "what was paid could be paid again. Put the key fields back, or see "
                                + "docs/recording.md.",
                        keys.type(), recorded.keys(), keys.keys())));
    }

    /** An award is recorded by these; whether they are others than before. */
    public boolean award(KeyFields declared) {
        return !declared.equals(byType.put(declared.type(), declared));
    }
}
