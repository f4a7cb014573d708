package io.subsidyrules.effect;

/** The effect on what a line of a file holds. */
public sealed interface LineEffect permits RequestEffect, RefusedRequest, PassedOver {}
