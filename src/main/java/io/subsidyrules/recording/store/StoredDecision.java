package io.subsidyrules.recording.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The fields by which decisions are searched for and listed; their content is in their entries. */
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

    /** The number of claims that its request has. */
    public int claims;

    /** In yuan, as is what is at stake. */
    public BigDecimal total = BigDecimal.ZERO;

    @Column(name = "at_stake")
    public BigDecimal atStake = BigDecimal.ZERO;

    /** The statuses of the items that its summary shows, the better ones first. */
    public String[] statuses = new String[0];

    /** For Hibernate. */
    protected StoredDecision() {}

    public StoredDecision(DecisionRows.DecisionRow row) {
        this.sequence = row.sequence();
        this.id = row.id();
        this.caller = row.caller();
        this.reference = row.reference().orElse(null);
        this.applicant = row.applicant();
        this.ruleset = row.ruleset();
        this.claims = row.claims();
        this.total = row.total();
        this.atStake = row.atStake();
        this.statuses = row.statuses().toArray(String[]::new);
    }

    public static Optional<StoredDecision> of(UUID id) {
        return find("id", id).firstResultOptional();
    }
}
