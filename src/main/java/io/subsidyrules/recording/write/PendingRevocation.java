package io.subsidyrules.recording.write;

import java.util.Optional;
import java.util.UUID;

/**
 * A revocation as it is asked for.
 *
 * @param id that it will have
 * @param claim the position of the claim, from 0; empty for all of the decision
 */
record PendingRevocation(UUID id, UUID decision, Optional<Integer> claim, String reason, String caller) {}
