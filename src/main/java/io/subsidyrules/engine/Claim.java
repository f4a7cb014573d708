package io.subsidyrules.engine;

/** A claim of a request: its id and its fact. */
record Claim(String id, Fact fact) {}
