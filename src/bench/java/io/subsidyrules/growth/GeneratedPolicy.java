package io.subsidyrules.growth;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A policy of any size, whose rules are made from a pattern, and which uses the vocabulary of the first policy.
 *
 * @param id the folder, and the package of its rule files
 * @param types the declarations of its types
 * @param rules its rules; the one at an index decides {@link #item} of this index
 * @param limits rules that decide no item
 * @param tables the lines of its tables, by their names
 */
record GeneratedPolicy(String id, String types, List<String> rules, String limits, Map<String, String> tables) {

    private static final String HEAD = """
            package %s;
            import vocabulary.*;
            global java.time.LocalDate asOf;
            """;

    private static final String RULE = """
            rule "%s" @clause( "1.1" ) @per( "project" ) date-effective "2022-01-01"
            when %s then %s end
            """;

    private static final String LIMIT = """
            rule "limit-%d" @clause( "1.2" ) date-effective "2022-01-01"
            when $awards : Awards( %s ) then limit( $awards, %s ); end
            """;

    private static final String POLICY = """
            id: %s
            title: { en: a policy, zh: 政策 }
            issuer: { en: an issuer, zh: 部门 }
            issued: 2022-01-01
            source: { en: generated, zh: 生成 }
            per: [ { id: project, text: { en: project, zh: 个项目 } } ]
            measures:
              - number: 1
                title: { en: projects, zh: 项目 }
                summary: { en: Projects are supported., zh: 支持项目。 }
                clauses:
                  - number: "1.2"
                    title: { en: limits, zh: 上限 }
                    summary: { en: Awards are limited., zh: 奖补有上限。 }
                    reason: { en: It gives nothing., zh: 不涉及待遇。 }
                  - number: "1.1"
                    title: { en: awards, zh: 奖补 }
                    summary: { en: Projects are awarded., zh: 给予奖补。 }
                    items:
            """;

    private static final String ITEM = "          - { id: %s, title: { en: project of kind %d, zh: 第%d类项目 } }\n";

    /** So many that a file stays within what a rule file may have. */
    private static final int RULES_OF_A_FILE = 250;

    GeneratedPolicy(String id, String types, List<String> rules) {
        this(id, types, rules, "", Map.of());
    }

    /** A rule that decides the item of the index. */
    static String rule(int index, String pattern, String outcome) {
        return RULE.formatted(item(index), pattern, outcome);
    }

    /** A limit on the awards that the conditions choose. */
    static String limit(int index, String conditions, String ceiling) {
        return LIMIT.formatted(index, conditions, ceiling);
    }

    private static String item(int index) {
        return "item-" + index;
    }

    /** The files of the policy's folder, by their paths in the rules folder. */
    Map<String, String> files() {
        String head = HEAD.formatted(id);
        Map<String, String> files = new TreeMap<>();
        files.put(id + "/types.drl", head + types + limits);
        for (int from = 0; from < rules.size(); from += RULES_OF_A_FILE) {
            int to = Math.min(rules.size(), from + RULES_OF_A_FILE);
            files.put("%s/rules-%d.drl".formatted(id, from), head + String.join("", rules.subList(from, to)));
        }
        tables.forEach((name, lines) -> files.put("%s/%s.csv".formatted(id, name), lines));
        files.put(
                id + "/policy.yaml",
                POLICY.formatted(id)
                        + IntStream.range(0, rules.size())
                                .mapToObj(index -> ITEM.formatted(item(index), index, index))
                                .collect(Collectors.joining()));
        return files;
    }
}
