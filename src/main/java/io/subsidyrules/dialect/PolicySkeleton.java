package io.subsidyrules.dialect;

import io.subsidyrules.policy.Block;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A policy file to copy, with the clauses and items that the rules of the policy cite already. */
final class PolicySkeleton {

    private static final String BOTH = "{ en: \"...\", zh: \"...\" }";

    private PolicySkeleton() {}

    /** The file for a folder. */
    static Block of(String folder, List<CitedRule> rules) {
        Map<Integer, Map<String, Set<String>>> measures = new TreeMap<>();
        Set<String> words = new TreeSet<>();
        for (CitedRule rule : rules) {
            String clause = rule.clause().map(Syntax.Name::text).orElse("1.1");
            String number = clause.matches("[1-9][0-9]?\\.[1-9][0-9]?") ? clause : "1.1";
            rule.item().ifPresent(item -> measures.computeIfAbsent(
                            Integer.valueOf(number.substring(0, number.indexOf('.'))), first -> new TreeMap<>())
                    .computeIfAbsent(number, first -> new TreeSet<>())
                    .add(item.text()));
            rule.per().map(Syntax.Name::text).ifPresent(words::add);
        }
        if (measures.isEmpty()) {
            measures.put(1, Map.of("1.1", Set.of("name-of-a-rule")));
        }
        String per = (words.isEmpty() ? Set.of("project") : words)
                .stream()
                        .map(word -> "  - { id: %s, text: %s }\n".formatted(word, BOTH))
                        .collect(Collectors.joining());
        StringBuilder file = new StringBuilder();
        file.append(
                "id: %s\ntitle: %s\nissuer: %s\nissued: 2024-01-01\nsource: %s\n".formatted(folder, BOTH, BOTH, BOTH));
        file.append("per:\n").append(per).append("measures:\n");
        measures.forEach((number, clauses) -> {
            file.append("  - number: %s\n    title: %s\n    summary: %s\n    clauses:\n".formatted(number, BOTH, BOTH));
            clauses.forEach((clause, items) -> {
                file.append("      - number: \"%s\"\n        title: %s\n        summary: %s\n        items:\n"
                        .formatted(clause, BOTH, BOTH));
                items.forEach(item -> file.append("          - { id: %s, title: %s }\n".formatted(item, BOTH)));
            });
        });
        return new Block(file.toString());
    }
}
