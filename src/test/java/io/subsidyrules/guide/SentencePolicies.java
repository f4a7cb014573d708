package io.subsidyrules.guide;

import static java.util.Objects.requireNonNull;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The policies that the sections of docs/rule-files.md come to, each in a folder of its own, beside the first policy. */
final class SentencePolicies {

    private static final String APPLICANT = "vocabulary/applicant.drl";
    private static final Pattern RULE = Pattern.compile("(?m)^rule \"(.*?)\"(?:.*\n)((?: {4}[@d].*\n)*)");
    private static final Pattern ANNOTATION = Pattern.compile("@(\\w+)\\( \"(.*?)\" \\)");
    private static final Pattern LIMIT = Pattern.compile("(?m)^ {4}limit\\(");

    private SentencePolicies() {}

    static RuleSources of(List<SentenceKind> kinds) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(LiveRules.FOLDER).files());
        files.keySet().removeIf(file -> file.endsWith(".scenarios.yaml"));
        String facts = kinds.stream().map(SentenceKind::facts).collect(Collectors.joining());
        String applicant = new String(requireNonNull(files.get(APPLICANT)), StandardCharsets.UTF_8);
        put(files, APPLICANT, applicant.replaceFirst("(?m)^ {4}establishedOn :", facts + "$0"));
        for (SentenceKind kind : kinds) {
            put(files, kind.folder() + "/policy.yaml", policy(kind));
            put(files, kind.folder() + "/rules.drl", """
                    package %s;

                    import vocabulary.*;

                    global java.time.LocalDate asOf;

                    %s""".formatted(kind.folder().replace('-', '_'), kind.rules()));
            kind.tables().forEach((file, table) -> put(files, kind.folder() + "/" + file, table));
            put(files, kind.folder() + "/rules.scenarios.yaml", String.join("", kind.cases()));
        }
        return new RuleSources(files);
    }

    private static void put(SortedMap<String, byte[]> files, String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The policy file that the page leaves out: the clauses, items and units that the rules name. */
    private static String policy(SentenceKind kind) {
        SortedMap<String, SortedMap<String, String>> clauses = new TreeMap<>();
        SortedMap<String, String> units = new TreeMap<>();
        String rules = kind.rules();
        List<MatchResult> heads = RULE.matcher(rules).results().toList();
        for (int i = 0; i < heads.size(); i++) {
            MatchResult head = heads.get(i);
            Map<String, String> annotations = annotations(head.group(2));
            String clause = annotations.get("clause");
            if (clause == null) {
                continue;
            }
            SortedMap<String, String> items = clauses.computeIfAbsent(clause, number -> new TreeMap<>());
            int end = i + 1 < heads.size() ? heads.get(i + 1).start() : rules.length();
            if (!LIMIT.matcher(rules.substring(head.start(), end)).find()) {
                String item = annotations.getOrDefault("item", head.group(1));
                items.put(item, "{ id: %s, title: %s }".formatted(item, title(kind)));
                String unit = requireNonNull(annotations.get("per"));
                units.put(unit, "{ id: %s, text: { en: %s, zh: 项 } }".formatted(unit, unit));
            }
        }
        String largest = kind.policy().contains("largestAmount") ? "" : "largestAmount: 10_000_000\n";
        return """
                id: %1$s
                title: %2$s
                issuer: %2$s
                issued: 2025-01-01
                source: %2$s
                %3$s%4$sper: [ %5$s ]
                measures:
                  - number: 1
                    title: %2$s
                    summary: %2$s
                    clauses:
                """.formatted(kind.folder(), title(kind), largest, kind.policy(), String.join(", ", units.values()))
                + clauses.entrySet().stream()
                        .map(clause -> clause(clause.getKey(), clause.getValue(), kind))
                        .collect(Collectors.joining());
    }

    private static String clause(String number, SortedMap<String, String> items, SentenceKind kind) {
        return """
                      - number: "%1$s"
                        title: %2$s
                        summary: %2$s
                """.formatted(number, title(kind))
                + (items.isEmpty() ? "" : "        items: [ %s ]\n".formatted(String.join(", ", items.values())));
    }

    private static String title(SentenceKind kind) {
        return "{ en: \"%s\", zh: \"%s\" }".formatted(kind.english(), kind.chinese());
    }

    private static Map<String, String> annotations(String head) {
        return ANNOTATION
                .matcher(head)
                .results()
                .collect(Collectors.toMap(annotation -> annotation.group(1), annotation -> annotation.group(2)));
    }
}
