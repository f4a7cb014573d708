package io.subsidyrules.engine.request;

import io.subsidyrules.engine.fact.Fact;

/** A claim of a request: its id and its fact. */
public record Claim(String id, Fact fact) {}
