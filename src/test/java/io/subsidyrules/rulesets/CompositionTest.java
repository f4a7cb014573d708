package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.regression.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Of many policies that change at once, all go live but those that bring a fault, wherever it shows. */
class CompositionTest {

    private static final int POLICIES = 30;
    private static final String UNCHANGED = "a-policy/policy.yaml";
    private static final Fault FAULT = Fault.of(Place.startOf(UNCHANGED), FaultCode.NO_POLICY);
    private static final Ruleset SOME = Ruleset.of(SourceFolder.sources(FirstPolicy.FOLDER));

    @Test
    void oneOrTwoOfManyPoliciesWhoseFaultsShowElsewhereKeepOutNoOther() {
        for (Set<String> wrong : List.of(Set.of("p07"), Set.of("p00", "p29"))) {
            RuleSources folder = folder();
            Composition composition = new Composition(folder, serving(), refusing(wrong), () -> false);
            Optional<Composition.Composed> composed = composition.of(List.of(FAULT));
            assertThat(FolderParts.in(composed.orElseThrow().sources()))
                    .hasSize(POLICIES + 1 - wrong.size())
                    .doesNotContainAnyElementsOf(wrong);
            assertThat(composition.hidden(List.of(), composed.orElseThrow().sources()))
                    .containsExactly(FAULT);
        }
    }

    @Test
    void ofThreeOrMoreWhoseFaultsShowElsewhereNoOtherStaysOutUntold() {
        Fault known = Fault.of(Place.startOf("p03/policy.yaml"), FaultCode.NO_POLICY);
        assertThat(untried(Set.of("p03", "p12", "p21"), known)).isNotEmpty();
        assertThat(untried(Set.of("p04", "p09", "p16", "p22", "p27"), FAULT)).hasSizeGreaterThan(2);
    }

    /** The parts told as untried, which are all sound ones that stay out. */
    private static List<String> untried(Set<String> wrong, Fault known) {
        RuleSources folder = folder();
        Composition composition = new Composition(folder, serving(), refusing(wrong), () -> false);
        RuleSources live = composition.of(List.of(known)).orElseThrow().sources();
        List<String> untried = composition.hidden(List.of(known), live).stream()
                .filter(fault -> fault.code() == FaultCode.CHANGE_NOT_TRIED)
                .map(fault -> fault.place().file())
                .toList();
        Set<String> out = FolderParts.in(folder);
        out.removeAll(FolderParts.in(live));
        assertThat(out).containsAll(wrong);
        out.removeAll(wrong);
        assertThat(untried)
                .allMatch(file -> file.endsWith("/policy.yaml"))
                .doesNotHaveDuplicates()
                .extracting(FolderParts::of)
                .containsAll(out);
        return untried;
    }

    @Test
    void whereEveryChangeIsWrongTheTryingEnds() {
        Set<String> all = FolderParts.in(folder());
        all.remove("a-policy");
        assertThat(new Composition(folder(), serving(), refusing(all), () -> false).of(List.of(FAULT)))
                .isEmpty();
    }

    @Test
    void whereTheTimeIsSpentNothingMoreIsTriedAndTheRestIsToldAsUntried() {
        Composition composition = new Composition(folder(), serving(), refusing(Set.of("p07")), () -> true);
        assertThat(composition.of(List.of(FAULT))).isEmpty();
        assertThat(composition.hidden(List.of(FAULT), serving()))
                .hasSize(POLICIES)
                .extracting(Fault::code)
                .containsOnly(FaultCode.CHANGE_NOT_TRIED);
    }

    /** A verdict by the names of the parts alone, at a place that did not change. */
    private static Function<RuleSources, Judgement> refusing(Set<String> wrong) {
        return sources -> FolderParts.in(sources).stream().anyMatch(wrong::contains)
                ? Judgement.refused(List.of(FAULT))
                : new Judgement(
                        Optional.of(SOME), Optional.of(SOME), List.of(), Optional.empty(), List.of(), List.of());
    }

    private static RuleSources serving() {
        return RuleSources.of(Map.of(UNCHANGED, "id: a-policy"));
    }

    private static RuleSources folder() {
        Map<String, String> files = new TreeMap<>(Map.of(UNCHANGED, "id: a-policy"));
        for (int i = 0; i < POLICIES; i++) {
            files.put((i < 10 ? "p0" : "p") + i + "/policy.yaml", "id: p");
        }
        return RuleSources.of(files);
    }
}
