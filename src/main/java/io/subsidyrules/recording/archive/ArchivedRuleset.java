package io.subsidyrules.recording.archive;

import io.subsidyrules.dialect.source.RuleSources;

/** A ruleset as it is kept for ever: its version and what it was made of. */
public record ArchivedRuleset(String version, RuleSources sources) {}
