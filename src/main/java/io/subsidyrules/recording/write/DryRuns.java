package io.subsidyrules.recording.write;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.integrity.LedgerContinuity;
import io.subsidyrules.recording.integrity.LedgerSigner;
import io.subsidyrules.recording.project.RecordedKeyFields;
import io.subsidyrules.recording.project.RecordedRequest;
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
        Batch batch = batch(connection);
        if (!batch.canSeal(List.of())) {
            throw new NotRecordedException(NotRecordedException.Reason.NO_KEY);
        }
        return batch.dryRun(recording);
    }

    /**
     * The awards in force that a decision would be made by.
     *
     * @param limited those that limits count for it
     * @throws NotRecordedException if the ledger is not as the service left it, or its projects are told apart
     *     otherwise
     * @throws io.subsidyrules.storage.DatabaseAwayException where it cannot be known
     */
    EarlierAwards earlierAwards(Ruleset ruleset, RecordedRequest application, List<AwardQuery> limited) {
        return database.read(() -> entities.unwrap(Session.class)
                .doReturningWork(connection -> batch(connection).earlierAwards(ruleset, application, limited)));
    }

    private Batch batch(Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        sql.update("set transaction read only");
        continuity.refusal(sql).ifPresent(refusal -> {
            throw new NotRecordedException(refusal);
        });
        NewEntries entries = new NewEntries(continuity.end(), Instant.now(), signing);
        return new Batch(sql, new SearchTags(), entries, Program.version(), new RecordedKeyFields(acceptedKeys));
    }
}
