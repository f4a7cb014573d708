package io.subsidyrules.dialect.clause;

import io.subsidyrules.dialect.bind.BoundRule;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.Block;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A policy file to copy, or parts of one, with the clauses, items and words that the rules of the policy cite already.
 */
public final class PolicySkeleton {

    private static final String BOTH = "{ en: \"...\", zh: \"...\" }";
    private static final String FIRST = "1.1";

    private PolicySkeleton() {}

    /** The file for a folder. */
    public static Block of(String folder, List<BoundRule> rules) {
        Set<String> words = new TreeSet<>();
        rules.forEach(rule -> rule.per().map(Syntax.Name::text).ifPresent(words::add));
        return new Block(
                "id: %s\ntitle: %s\nissuer: %s\nissued: 2024-01-01\nsource: %s\n".formatted(folder, BOTH, BOTH, BOTH)
                        + per(words.isEmpty() ? Set.of("project") : words, true)
                        + measures(rules));
    }

    /** The measures. */
    static Block measures(List<BoundRule> rules) {
        Map<Integer, Map<String, Set<String>>> measures = new TreeMap<>();
        for (BoundRule rule : rules) {
            String clause = rule.clause().map(Syntax.Name::text).orElse(FIRST);
            String number = clause.matches("[1-9][0-9]?\\.[1-9][0-9]?") ? clause : FIRST;
            rule.item().ifPresent(item -> measures.computeIfAbsent(
                            Integer.valueOf(number.substring(0, number.indexOf('.'))), first -> new TreeMap<>())
                    .computeIfAbsent(number, first -> new TreeSet<>())
                    .add(item.text()));
        }
        if (measures.isEmpty()) {
            measures.put(1, Map.of(FIRST, Set.of("name-of-a-rule")));
        }
        StringBuilder lines = new StringBuilder("measures:\n");
        measures.forEach((number, clauses) -> {
            lines.append(
                    "  - number: %s\n    title: %s\n    summary: %s\n    clauses:\n".formatted(number, BOTH, BOTH));
            clauses.forEach((clause, items) ->
                    lines.append("      - number: \"%s\"\n        title: %s\n        summary: %s\n        items:\n%s"
                            .formatted(clause, BOTH, BOTH, items("          ", items))));
        });
        return new Block(lines.toString());
    }

    /** The items of a clause; a reason, where no rule cites it. */
    static Block items(List<BoundRule> rules, String clause) {
        Set<String> items = new TreeSet<>();
        rules.stream()
                .filter(rule -> rule.clause()
                        .map(Syntax.Name::text)
                        .filter(clause::equals)
                        .isPresent())
                .forEach(rule -> rule.item().map(Syntax.Name::text).ifPresent(items::add));
        return new Block(items.isEmpty() ? "reason: " + BOTH : "items:\n" + items("  ", items));
    }

    /** An item for the list of a clause. */
    static Block item(String id) {
        return new Block(items("", Set.of(id)));
    }

    /** Words for what items are given for, with the name of their list where it is not there. */
    static Block per(Collection<String> words, boolean named) {
        return entries("per:\n", words, named, "text: " + BOTH);
    }

    /** A reading, with the name of the list where it is not there. */
    static Block reading(String id, boolean named) {
        return entries("readings:\n", Set.of(id), named, "text: " + BOTH);
    }

    private static Block entries(String name, Collection<String> ids, boolean named, String members) {
        return new Block(ids.stream()
                .map(id -> "  - { id: %s, %s }\n".formatted(id, members))
                .collect(Collectors.joining("", named ? name : "", "")));
    }

    private static String items(String indent, Collection<String> ids) {
        return ids.stream()
                .map(id -> "%s- { id: %s, title: %s }\n".formatted(indent, id, BOTH))
                .collect(Collectors.joining());
    }
}
