package io.subsidyrules.storage;

import io.subsidyrules.storage.diagnosis.Unusable;
import java.util.Optional;

/**
 * The use that the database can be put to.
 *
 * @param readable whether what is recorded can be read
 * @param unusable why nothing can be recorded; empty where everything can be done
 */
record DatabaseState(boolean readable, Optional<Unusable> unusable) {

    static final DatabaseState USABLE = new DatabaseState(true, Optional.empty());

    static DatabaseState away(Unusable why) {
        return new DatabaseState(false, Optional.of(why));
    }

    static DatabaseState readOnly(Unusable why) {
        return new DatabaseState(true, Optional.of(why));
    }

    boolean writable() {
        return unusable.isEmpty();
    }

    boolean isSame(DatabaseState other) {
        return readable == other.readable
                && unusable.isPresent() == other.unusable.isPresent()
                && unusable.map(why -> why.isSame(other.unusable.orElseThrow())).orElse(true);
    }
}
