package io.subsidyrules.recording;

import io.subsidyrules.dialect.RuleSources;

/** A ruleset as it is kept for ever: its version and what it was made of. */
record KeptRuleset(String version, RuleSources sources) {}
