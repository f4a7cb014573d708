package io.subsidyrules.engine.limit;

import java.util.Optional;

/**
 * An award that uses a part of a limit.
 *
 * @param claim the id of its claim in the request; empty if it was recorded earlier
 * @param decision the id of the decision that recorded it; empty if it is one of the request
 */
record User(Optional<String> claim, Optional<String> decision) {

    static User ofClaim(String id) {
        return new User(Optional.of(id), Optional.empty());
    }

    static User ofDecision(String id) {
        return new User(Optional.empty(), Optional.of(id));
    }
}
