package io.subsidyrules.coverage;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.ScenarioFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A policy of a few rules for tests, with scenarios. */
public final class SmallPolicy {

    /** The file of its rules. */
    public static final String FILE = "small/rules.drl";

    private static final String DECLARES = """
            package small;
            import vocabulary.*;
            global java.time.LocalDate asOf;
            declare enum Level
                CITY( "city", "市级" ),
                STATE( "state", "国家级" );
                en : String
                zh : String
            end
            declare Worker
                @en( "worker" ) @zh( "员工" )
                months : Integer @range( "0..60" )
                    @en( "months" ) @zh( "月数" )
            end
            declare Work extends Claim
                @en( "work" ) @zh( "工作" )
                place : String @required @key
                    @en( "place" ) @zh( "地点" )
                hires : Integer @range( "0..100" )
                    @en( "number of hires" ) @zh( "招用人数" )
                cost : BigDecimal
                    @en( "cost" ) @zh( "费用" )
                before : BigDecimal
                    @en( "cost of the year before" ) @zh( "上年度费用" )
                doneOn : LocalDate
                    @en( "date of completion" ) @zh( "完成日期" )
                level : Level
                    @en( "level" ) @zh( "级别" )
                trained : Boolean
                    @en( "trained" ) @zh( "受过培训" )
                workers : Worker[] @range( "0..5" )
                    @en( "workers" ) @zh( "员工" )
            end
            """;

    private static final String RULE = """
            rule "work"
                @clause( "1.1" ) @per( "claim" )
                date-effective "2020-01-01"
            when
            %s
            then
                %s;
            end
            """;

    private static final String POLICY = """
            id: small
            title: { en: Small, zh: 小政策 }
            issuer: { en: a city, zh: 某市 }
            issued: 2020-01-01
            source: { en: made for tests, zh: 供测试 }
            per: [ { id: claim, text: { en: claim, zh: 事项 } } ]
            measures:
              - number: 1
                title: { en: Work, zh: 工作 }
                summary: { en: Work., zh: 工作。 }
                clauses:
                  - number: "1.1"
                    title: { en: Work, zh: 工作 }
                    summary: { en: Work., zh: 工作。 }
                    items: [ { id: work, title: { en: Work, zh: 工作 } } ]
            """;

    private static final String LIMIT_CLAUSE = """
                  - number: "1.2"
                    title: { en: Limit, zh: 限额 }
                    summary: { en: Limit., zh: 限额。 }
            """;

    private final SortedMap<String, byte[]> files;
    private final Ruleset ruleset;

    private SmallPolicy(String file, String rules, String policy) {
        this.files = new TreeMap<>(SourceFolder.sources(Path.of("src/test/resources/recorded-limits"))
                .files());
        files.keySet().removeIf(path -> !path.startsWith("vocabulary/"));
        put(file, DECLARES + rules);
        put("small/policy.yaml", policy);
        this.ruleset = Ruleset.of(new RuleSources(files));
    }

    /** A policy of one rule, with a fixed amount. */
    public static SmallPolicy when(String conditions) {
        return of(conditions, "award( $work, yuan( 100 ) )");
    }

    /** A policy of one rule. */
    public static SmallPolicy of(String conditions, String outcome) {
        return rules(RULE.formatted(conditions.indent(4).stripTrailing(), outcome));
    }

    /** A policy of these rules, of which one decides the item {@code work} by clause 1.1. */
    public static SmallPolicy rules(String rules) {
        return new SmallPolicy(FILE, rules, POLICY);
    }

    /** A policy whose rules are in a file of another name. */
    public static SmallPolicy named(String file, String conditions) {
        return new SmallPolicy(file, RULE.formatted(conditions.indent(4).stripTrailing(), "support( $work )"), POLICY);
    }

    /** The same with a limit by a clause of its own. */
    public static SmallPolicy limited(String limit) {
        return new SmallPolicy(
                FILE,
                RULE.formatted(
                                "    $work : Work( $cost : cost )",
                                "award( $work, yuan( $cost ).atMost( yuan( 900 ) ) )")
                        + limit,
                POLICY + LIMIT_CLAUSE);
    }

    private void put(String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** All files, with scenarios of one claim each, whose facts these are. */
    public RuleSources with(String... claims) {
        return withScenarios(Stream.of(claims)
                .map("applicant: {}, claims: [ { %s } ]"::formatted)
                .toArray(String[]::new));
    }

    /** All files, with scenarios of these requests. */
    public RuleSources withScenarios(String... requests) {
        StringBuilder scenarios = new StringBuilder("asOf: 2021-06-01\nscenarios:\n");
        for (int i = 0; i < requests.length; i++) {
            scenarios.append("  - { name: Case %s, %s, expect: { total: 0.00 } }\n"
                    .formatted(i + 1, requests[i].replace("claims: [ { ", "claims: [ { type: Work, place: A, ")));
        }
        put("small/rules.scenarios.yaml", requests.length == 0 ? "scenarios: []\n" : scenarios.toString());
        return new RuleSources(files);
    }

    /** The coverage by scenarios of one claim each, whose facts these are. */
    public RuleCoverage coverage(String... claims) {
        return coverage(with(claims));
    }

    /** The coverage by scenarios of these requests. */
    public RuleCoverage coverageOf(String... requests) {
        return coverage(withScenarios(requests));
    }

    private RuleCoverage coverage(RuleSources sources) {
        return RuleCoverage.of(ruleset, ScenarioFile.readAll(sources));
    }

    /** The missing sentences in English of which the text is a part, without their beginning. */
    public static List<String> missing(RuleCoverage coverage, String part) {
        return coverage.missing().stream()
                .map(point -> point.point().missing().en())
                .filter(sentence -> sentence.contains(part))
                .map(sentence -> sentence.replace("No scenario in which ", ""))
                .collect(Collectors.toList());
    }
}
