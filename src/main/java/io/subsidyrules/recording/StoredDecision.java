package io.subsidyrules.recording;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.result.Figures;
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

    /** @param result the one that is recorded, which knows of earlier awards */
    StoredDecision(Entry entry, Recording recording, Figures result) {
        this.sequence = entry.sequence();
        this.id = recording.id();
        this.caller = recording.caller();
        this.reference = recording.application().reference().orElse(null);
        this.applicant = recording.application().applicant();
        this.ruleset = recording.ruleset().version();
        this.claims = recording.application().claims().size();
        this.total = new BigDecimal(result.total());
        this.atStake = new BigDecimal(result.atStake());
        this.statuses = Tags.statuses(result).toArray(String[]::new);
    }

    static Optional<StoredDecision> of(UUID id) {
        return find("id", id).firstResultOptional();
    }
}
