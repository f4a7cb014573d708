package io.subsidyrules.recording.integrity;

import io.subsidyrules.ledger.KeyFile;
import io.subsidyrules.ledger.KeyRecord;
import io.subsidyrules.ledger.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The key that seals commits and signs checkpoints, which the ledger names. Without it nothing is recorded: a key that
 * is lost or cannot be read is reported in the log, and taken up again when it is back.
 */
@ApplicationScoped
public class LedgerSigner {

    private static final Logger LOG = Logger.getLogger(LedgerSigner.class);

    private final KeyFile file;
    private volatile Optional<SigningKey> key = Optional.empty();
    private volatile String told = "";

    LedgerSigner(@ConfigProperty(name = "subsidy.ledger.key") Path file) {
        this.file = new KeyFile(file);
    }

    /**
     * The key that the ledger names last; empty if the service does not have it.
     *
     * @param newest empty for a ledger that names none yet: then it is made if there is none
     */
    public Optional<SigningKey> inForce(Optional<KeyRecord> newest) {
        Optional<String> id = newest.map(KeyRecord::keyId);
        return key.filter(known -> id.equals(Optional.of(known.keyId()))).or(() -> load(id));
    }

    /** Whether the service has the private half of a key. */
    boolean holds(KeyRecord recorded) {
        return file.holds(recorded.keyId());
    }

    /** Whether the service has not the key that the ledger names last, as far as it has looked. */
    public boolean isMissing() {
        return !told.isEmpty();
    }

    /** Whether the operator asks for a new key, by a file beside that of the key: {@code ledger-key.pem.rotate}. */
    public boolean isToRotate() {
        return file.isRotationAsked();
    }

    /** The entry that hands over to the next key; empty if the ledger has it already. */
    public Optional<Map<String, Object>> rotation(KeyRecord newest) {
        try {
            return file.rotation(newest.keyId());
        } catch (IOException failed) {
            throw new IllegalStateException("The signing key is not rotated: " + failed.getMessage(), failed);
        }
    }

    /** The key that {@link #rotation} hands over to, which seals its entry. */
    public SigningKey next() {
        try {
            return file.next();
        } catch (IOException failed) {
            throw new IllegalStateException("The next signing key cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** Notes that the entry is in the ledger. */
    public void rotated() {
        try {
            file.promote();
            LOG.info("The ledger has a new signing key.");
        } catch (IOException failed) {
            LOG.errorf("The new signing key could not be put in place of the old one: %s", failed.getMessage());
        }
    }

    /** It is not tried again, until the operator asks again. */
    public void notRotated() {
        try {
            file.giveUpRotation();
        } catch (IOException failed) {
            LOG.errorf("What asks for a new signing key could not be put away: %s", failed);
        }
    }

    private Optional<SigningKey> load(Optional<String> recorded) {
        try {
            key = Optional.of(file.inForce(recorded));
            told = "";
        } catch (IOException failed) {
            if (!told.equals(failed.getMessage())) {
                LOG.errorf(
                        "The service has not the key of its ledger, so it records nothing and gives no checkpoints: %s",
                        failed.getMessage());
            }
            told = String.valueOf(failed.getMessage());
            key = Optional.empty();
        }
        return key;
    }
}
