package io.subsidyrules.engine.stake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.ManyRules;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.fault.FaultsException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The most that items can add together, where many exclude each other. */
class AtStakeTest {

    private static final String RULE = """
            rule "i%1$d" @clause( "1.1" ) @per( "it" ) date-effective "2024-01-01"
            when $t : Thing( %2$s ) then award( $t, yuan( %3$d ) ); end
            """;

    @Test
    void ofThirtyPairsTheBetterOfEachCountsAndItTakesNoTime() {
        String rules = IntStream.range(0, 60)
                .mapToObj(i -> RULE.formatted(i, "f%d == %s".formatted(i / 2, i % 2 == 0), 1 + i % 2))
                .collect(Collectors.joining());
        assertThat(atStake(policy(60, rules))).contains("\"atStake\":60.00");
    }

    @Test
    void itemsThatExcludeEachOtherInPartAreCountedExactly() {
        String rules = RULE.formatted(0, "f0 == true", 5)
                + RULE.formatted(1, "f0 == false, f1 == true", 7)
                + RULE.formatted(2, "f1 == false", 4);
        assertThat(atStake(policy(3, rules))).contains("\"atStake\":9.00");
    }

    @Test
    void moreThanFortyThatAreEntangledAreRefused() {
        String rules = IntStream.range(0, 42)
                .mapToObj(i ->
                        RULE.formatted(i, i == 0 ? "f0 == true" : "f%d == false, f%d == true".formatted(i - 1, i), 1))
                .collect(Collectors.joining());
        assertThatThrownBy(() -> policy(42, rules))
                .isInstanceOf(FaultsException.class)
                .hasMessageContaining("42 rules on Thing exclude each other in part");
    }

    private static Ruleset policy(int items, String rules) {
        String fields = IntStream.range(0, 60)
                .mapToObj(i -> "f%d : Boolean @en( \"f%d\" ) @zh( \"f%d\" )".formatted(i, i, i))
                .collect(Collectors.joining("\n"));
        String titles = IntStream.range(0, items)
                .mapToObj(i -> "          - { id: i%d, title: { en: i, zh: i } }".formatted(i))
                .collect(Collectors.joining("\n"));
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(FirstPolicy.FOLDER).files().subMap("vocabulary", "vocabulary0"));
        files.put("p/p.drl", bytes("""
                package p;
                import vocabulary.*;
                declare Thing extends Claim @en( "thing" ) @zh( "物" )
                %s
                end
                %s""".formatted(fields, rules)));
        files.put("p/policy.yaml", bytes(ManyRules.policy(titles)));
        return Ruleset.of(new RuleSources(files));
    }

    private static String atStake(Ruleset ruleset) {
        byte[] body = bytes("""
                { "asOf": "2024-06-01", "applicant": { "id": "91130100MA0ABCDE10" },
                  "claims": [ { "type": "Thing", "id": "c1" } ] }""");
        return ruleset.evaluate(ruleset.reader().read(body, LocalDate.EPOCH), Explain.SUMMARY).claims().stream()
                .map(claim -> "\"atStake\":" + claim.atStake())
                .collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
