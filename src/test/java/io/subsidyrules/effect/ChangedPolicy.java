package io.subsidyrules.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The first policy with a change, and the effects of that. */
final class ChangedPolicy {

    static final String DESIGN = "hebei-quality-2022/measure-09.drl";
    static final String STANDARDS = "hebei-quality-2022/measure-02.drl";
    static final String CLAIMS = "hebei-quality-2022/claims.drl";

    private static final RuleSources FIRST = SourceFolder.sources(FirstPolicy.FOLDER);
    static final Ruleset BEFORE = Ruleset.of(FIRST);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private final TreeMap<String, byte[]> files = new TreeMap<>(FIRST.files());

    /** The same with other words at their first place in a file. */
    ChangedPolicy with(String file, String old, String other) {
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        int at = text.indexOf(old);
        String changed = text.substring(0, at) + other + text.substring(at + old.length());
        files.put(file, changed.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Ruleset ruleset() {
        return Ruleset.of(new RuleSources(files));
    }

    Effect effect() {
        return new Effect(BEFORE, ruleset(), TODAY);
    }

    /** The effects on lines. */
    static List<LineEffect> effects(Effect effect, List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> effect.of(i + 1, lines.get(i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    static EffectTotals totals(Effect effect, List<String> lines) {
        EffectTotals totals = new EffectTotals();
        effects(effect, lines).forEach(totals::add);
        return totals;
    }

    /** The effect on a request that both versions answer. */
    static RequestEffect one(Effect effect, String line) {
        return (RequestEffect) effects(effect, List.of(line)).get(0);
    }
}
