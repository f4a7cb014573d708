package io.subsidyrules.recording;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.KeyFile;
import io.subsidyrules.ledger.KeyRecord;
import io.subsidyrules.ledger.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The key that signs checkpoints, which the ledger names before it signs. Decisions are recorded without it too: a key that
 * is lost or cannot be read is told in the log, and checkpoints are refused until it is back.
 */
@ApplicationScoped
class Signing {

    private static final Logger LOG = Logger.getLogger(Signing.class);

    private final KeyFile file;
    private volatile Optional<SigningKey> key = Optional.empty();
    private volatile boolean named;
    private volatile String told = "";

    Signing(@ConfigProperty(name = "subsidy.ledger.key") Path file) {
        this.file = new KeyFile(file);
    }

    /** Whether the ledger names a key, as far as this service has seen. */
    boolean isNamed() {
        return named;
    }

    /** The ledger names a key. */
    void named() {
        named = true;
    }

    /** The key of a ledger that names none yet. */
    Optional<SigningKey> first() {
        return load(Optional.empty());
    }

    /** The key that the ledger names last; empty where the service does not have it. */
    Optional<SigningKey> inForce(List<KeyRecord> recorded) {
        Optional<String> newest = recorded.stream().map(KeyRecord::keyId).reduce((earlier, later) -> later);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        return key.filter(known -> known.keyId().equals(newest.get())).or(() -> load(newest));
    }

    /**
     * Looks for the key that the ledger names last, within a transaction; the log says what is wrong with it before the
     * first checkpoint is asked for.
     */
    void look() {
        inForce(StoredEntry.keys().stream().map(KeyRecord::of).toList());
    }

    /** Whether the service has not the key that the ledger names last, as far as it has looked. */
    boolean isMissing() {
        return !told.isEmpty();
    }

    /** Whether the operator asks for a new key, by a file beside that of the key: {@code ledger-key.pem.rotate}. */
    boolean isToRotate() {
        return file.isRotationAsked();
    }

    /** The entry that hands over to the next key; empty where the ledger has it already. */
    Optional<Map<String, Object>> rotation() {
        try {
            List<Entry> recorded = StoredEntry.keys();
            if (recorded.isEmpty()) {
                throw new IOException("The ledger has no key yet.");
            }
            return file.rotation(KeyRecord.of(recorded.get(recorded.size() - 1)).keyId());
        } catch (IOException failed) {
            throw new IllegalStateException("The signing key is not rotated: " + failed.getMessage(), failed);
        }
    }

    /** The entry stands in the ledger. */
    void rotated() {
        try {
            file.promote();
            LOG.info("The ledger has a new signing key.");
        } catch (IOException failed) {
            LOG.errorf("The new signing key could not be put in place of the old one: %s", failed.getMessage());
        }
    }

    /** It is not tried again, until the operator asks again. */
    void notRotated() {
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
                LOG.errorf("The ledger has no signing key, so it gives no checkpoints: %s", failed.getMessage());
            }
            told = String.valueOf(failed.getMessage());
            key = Optional.empty();
        }
        return key;
    }
}
