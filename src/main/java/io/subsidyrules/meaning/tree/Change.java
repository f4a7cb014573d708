package io.subsidyrules.meaning.tree;

/** What an item comes to before and after. */
public record Change(Payment before, Payment after) {}
