package io.subsidyrules.meaning.tree;

/** The payment of an item before and after. */
public record Change(Payment before, Payment after) {}
