package io.subsidyrules.policy;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;

/**
 * One thing that a clause gives; decided by the rule, or the rules of different periods, of the same name.
 *
 * @param place where the policy file names it
 */
public record Item(String id, Text title, Place place) {}
