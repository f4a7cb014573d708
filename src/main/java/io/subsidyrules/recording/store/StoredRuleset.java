package io.subsidyrules.recording.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A ruleset that decided, or could have. */
@Entity
@Immutable
@Table(name = "ruleset")
public class StoredRuleset extends PanacheEntityBase {

    @Id
    public String version = "";

    /** The sequence of the entry since which it is known. */
    public long sequence;

    /** A zip file of what it was made of. */
    public byte[] sources = new byte[0];

    /** For Hibernate. */
    protected StoredRuleset() {}

    public StoredRuleset(String version, long sequence, byte[] sources) {
        this.version = version;
        this.sequence = sequence;
        this.sources = sources;
    }
}
