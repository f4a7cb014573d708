package io.subsidyrules.policy;

/** An interpretation note: what the text leaves open, which reading was chosen, and what follows. */
public record Reading(String id, Text text) {}
