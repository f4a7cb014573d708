package io.subsidyrules.rulesets.kept;

import io.subsidyrules.text.Text;
import java.time.Instant;

/**
 * A time in which the live ruleset is not the one that a restart with faulty rules would find.
 *
 * @param why the reason of the last attempt to keep it
 */
public record KeepingFailure(Instant since, Text why) {}
