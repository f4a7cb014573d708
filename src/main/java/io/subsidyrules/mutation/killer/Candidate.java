package io.subsidyrules.mutation.killer;

import java.util.List;

/**
 * A case that may come to something else by a change.
 *
 * @param base near which it is
 * @param changed the pointers of what is otherwise in it
 */
record Candidate(Base base, Asked asked, List<String> changed) {
    Candidate {
        changed = List.copyOf(changed);
    }
}
