package io.subsidyrules.recording;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.subsidyrules.ledger.Entry;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a decision is looked for by; what it says is in its entry. */
@Entity
@Immutable
@Table(name = "decision")
public class StoredDecision extends PanacheEntityBase {

    @Id
    public long sequence;

    public UUID id = new UUID(0, 0);

    public String caller = "";

    public @Nullable String reference;

    public String applicant = "";

    public String ruleset = "";

    /** How many its request has. */
    public int claims;

    /** For Hibernate. */
    protected StoredDecision() {}

    StoredDecision(Entry entry, Recording recording) {
        this.sequence = entry.sequence();
        this.id = recording.id();
        this.caller = recording.caller();
        this.reference = recording.request().reference().orElse(null);
        this.applicant = recording.request().applicantId().orElse("");
        this.ruleset = recording.ruleset().version();
        this.claims = recording.request().claimCount();
    }

    static Optional<StoredDecision> of(UUID id) {
        return find("id", id).firstResultOptional();
    }
}
