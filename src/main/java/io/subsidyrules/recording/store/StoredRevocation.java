package io.subsidyrules.recording.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A revocation as it is found by the decision that it belongs to. */
@Entity
@Immutable
@Table(name = "revocation")
public class StoredRevocation extends PanacheEntityBase {

    @Id
    public long sequence;

    public UUID id = new UUID(0, 0);

    /** The sequence of the decision. */
    public long decision;

    /** For Hibernate. */
    protected StoredRevocation() {}

    public StoredRevocation(long sequence, UUID id, long decision) {
        this.sequence = sequence;
        this.id = id;
        this.decision = decision;
    }

    static List<StoredRevocation> ofDecision(long decision) {
        return list("decision = ?1 order by sequence", decision);
    }
}
