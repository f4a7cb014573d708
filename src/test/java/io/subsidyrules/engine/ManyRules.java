package io.subsidyrules.engine;

import io.subsidyrules.dialect.source.RuleSources;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A policy of as many rules as wanted, all on one type of claims, and a request with as many claims of it. */
public final class ManyRules {

    private static final String VOCABULARY = """
            package vocabulary;
            declare Applicant @en( "a" ) @zh( "a" )
                id : String @required @check( "GB 32100-2015" ) @en( "id" ) @zh( "id" )
            end
            declare Claim @en( "c" ) @zh( "c" )
                id : String @required @en( "id" ) @zh( "id" )
            end
            """;

    private static final String TYPE = """
            package p;
            import vocabulary.*;
            declare T extends Claim @en( "t" ) @zh( "t" )
                note : String @en( "n" ) @zh( "n" )
                other : String @en( "o" ) @zh( "o" )
                n : Integer @en( "n" ) @zh( "n" )
                flag : Boolean @en( "f" ) @zh( "f" )
                unknown : Boolean @en( "u" ) @zh( "u" )
                begun : LocalDate @en( "b" ) @zh( "b" )
                size : Integer @range( "0..9999" ) @en( "s" ) @zh( "s" )
                width : Integer @range( "0..9999" ) @en( "w" ) @zh( "w" )
                height : Integer @range( "0..9999" ) @en( "h" ) @zh( "h" )
            end
            """;

    private static final String HEAD = """
            package p;
            import vocabulary.*;
            global java.time.LocalDate asOf;
            """;

    private static final String RULE = """
            rule "i%d" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
            when $t : T( %s ) then award( $t, %s ); end
            """;

    /** A pattern stands alone in a rule that says it in words. */
    private static final String PATTERNS = """
            rule "note%1$d" @en( "n" ) @zh( "n" ) when $t : T( $other : other, note matches "%2$s" ) then end
            rule "other%1$d" extends "note%1$d" @en( "o" ) @zh( "o" ) when Applicant( $other matches "%3$s" ) then end
            rule "i%1$d" extends "other%1$d" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
            when then award( $t, yuan( 1 ) ); end
            """;

    private static final String LIMIT = """
            rule "l%d" @clause( "1.1" ) date-effective "2020-01-01"
            when $awards : Awards( clause == "1.1", decidedOn > asOf.minusDays( %d ) ) then limit( $awards, %s ); end
            """;

    private static final String POLICY = """
            id: p
            title: { en: p, zh: p }
            issuer: { en: p, zh: p }
            issued: 2020-01-01
            source: { en: p, zh: p }
            per: [ { id: p, text: { en: p, zh: p } }, { id: it, text: { en: it, zh: 个 } } ]
            measures:
              - number: 1
                title: { en: p, zh: p }
                summary: { en: p, zh: p }
                clauses:
                  - number: "1.1"
                    title: { en: p, zh: p }
                    summary: { en: p, zh: p }
                    items:
            """;

    private ManyRules() {}

    /** A rule of these conditions. */
    static IntFunction<String> of(IntFunction<String> conditions) {
        return ofAmounts(conditions, i -> "yuan( 1 )");
    }

    /** A rule of these conditions that gives an amount. */
    static IntFunction<String> ofAmounts(IntFunction<String> conditions, IntFunction<String> amounts) {
        return i -> RULE.formatted(i, conditions.apply(i), amounts.apply(i));
    }

    /** A rule of two patterns, with the rules that say them. */
    static IntFunction<String> ofPatterns(IntFunction<String> note, IntFunction<String> other) {
        return i -> PATTERNS.formatted(i, note.apply(i), other.apply(i));
    }

    /** A rule of these conditions; the first hundred have a limit on all rules: a sum, or a number of claims. */
    static IntFunction<String> ofLimited(IntFunction<String> conditions) {
        return i -> of(conditions).apply(i) + (i < 100 ? LIMIT.formatted(i, i + 1, ceiling(i)) : "");
    }

    private static String ceiling(int i) {
        return (i % 2 == 0 ? "yuan( %d )" : "awards( %d )").formatted(900 + i);
    }

    /** @param tables files of tables and lists, by their names */
    static Ruleset ruleset(int rules, IntFunction<String> rule, Map<String, String> tables) {
        Map<String, String> files = new TreeMap<>(Map.of("vocabulary/v.drl", VOCABULARY, "p/types.drl", TYPE));
        tables.forEach((name, text) -> files.put("p/" + name + ".csv", text));
        for (int i = 0; i < rules; i++) {
            files.put("p/rule-%d.drl".formatted(i), HEAD + rule.apply(i));
        }
        String items = IntStream.range(0, rules)
                .mapToObj(i -> "          - { id: i%d, title: { en: t, zh: t } }\n".formatted(i))
                .collect(Collectors.joining());
        files.put("p/policy.yaml", policy(items));
        return Ruleset.of(RuleSources.of(files));
    }

    /** The policy file of the policy p, all of whose items stand under one clause, indented by ten blanks. */
    public static String policy(String items) {
        return POLICY + items;
    }

    /** A request that is not far from the largest that is read. */
    static byte[] request(int claims, int text) {
        String note = "abc".repeat(text / 3);
        String claim = IntStream.range(0, claims)
                .mapToObj(i -> """
                        {"type":"T","id":"%d","note":"%s","other":"%s","n":1,"flag":true,"begun":"2021-01-01"}""".formatted(i, note, note))
                .collect(Collectors.joining(","));
        return """
                {"asOf":"2023-05-01","applicant":{"id":"91130100MA0ABCDE10"},"claims":[%s]}""".formatted(claim).getBytes(StandardCharsets.UTF_8);
    }
}
