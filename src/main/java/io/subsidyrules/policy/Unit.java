package io.subsidyrules.policy;

import io.subsidyrules.text.Text;

/**
 * A word for what an item is given for, once each.
 *
 * @param id what {@code @per} of a rule cites
 * @param text in English as it follows "per", in Chinese with its measure word, as it follows 每
 */
public record Unit(String id, Text text) {}
