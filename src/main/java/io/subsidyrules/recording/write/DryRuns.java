package io.subsidyrules.recording.write;

import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.integrity.LedgerContinuity;
import io.subsidyrules.recording.integrity.LedgerSigner;
import io.subsidyrules.recording.project.RecordedKeyFields;
import io.subsidyrules.recording.store.SearchTags;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.rulesets.Program;
import io.subsidyrules.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Decides as the next transaction would, by what is recorded now, in one that the database lets write nothing. */
@ApplicationScoped
class DryRuns {

    private final Database database;
    private final EntityManager entities;
    private final LedgerContinuity continuity;
    private final LedgerSigner signing;
    private final String acceptedKeys;

    DryRuns(
            Database database,
            EntityManager entities,
            LedgerContinuity continuity,
            LedgerSigner signing,
            @ConfigProperty(name = "subsidy.accept-project-keys") Optional<String> acceptedKeys) {
        this.database = database;
        this.entities = entities;
        this.continuity = continuity;
        this.signing = signing;
        this.acceptedKeys = acceptedKeys.orElse("");
    }

    /**
     * The members that the entry of the decision would have; of the entry that is there, where its key was used for it.
     *
     * @throws NotRecordedException if it would be refused
     * @throws io.subsidyrules.storage.DatabaseAwayException where it cannot be known
     */
    Map<String, Object> members(PendingDecision recording) {
        return database.read(
                () -> entities.unwrap(Session.class).doReturningWork(connection -> members(recording, connection)));
    }

    private Map<String, Object> members(PendingDecision recording, Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        sql.update("set transaction read only");
        continuity.refusal(sql).ifPresent(refusal -> {
            throw new NotRecordedException(refusal);
        });
        RecordedKeyFields keys = new RecordedKeyFields(acceptedKeys);
        NewEntries entries = new NewEntries(continuity.end(), Instant.now(), signing);
        Batch batch = new Batch(sql, new SearchTags(), entries, Program.version(), keys);
        if (!batch.canSeal(List.of())) {
            throw new NotRecordedException(NotRecordedException.Reason.NO_KEY);
        }
        return batch.dryRun(recording);
    }
}
