package io.subsidyrules.codes;

import java.util.Optional;

/**
 * A division of the country.
 *
 * @param code six digits
 * @param name in Chinese
 * @param from the first year of which a list has it
 * @param until the last year of which a list has it; empty if it has not gone
 * @param city the code of the city that it counts to, where that does not follow from its own
 */
public record Division(String code, String name, int from, Optional<Integer> until, Optional<String> city) {}
