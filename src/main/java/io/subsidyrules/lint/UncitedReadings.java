package io.subsidyrules.lint;

import io.subsidyrules.dialect.model.RuleBook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Readings of policies that no rule cites. */
final class UncitedReadings {

    private UncitedReadings() {}

    static Stream<LintFinding> of(PolicyYaml files, RuleBook book) {
        Set<List<String>> cited = new HashSet<>();
        book.rules().forEach(rule -> rule.readings().forEach(reading -> cited.add(List.of(rule.policy(), reading))));
        book.limits()
                .forEach(limit -> limit.readings().forEach(reading -> cited.add(List.of(limit.policy(), reading))));
        return files.readings().entrySet().stream()
                .filter(reading -> !cited.contains(reading.getKey()))
                .map(reading -> LintFinding.of(
                        reading.getValue(),
                        LintCode.READING_UNCITED,
                        reading.getKey().get(1)));
    }
}
