package io.subsidyrules.engine.random;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Tuple;

/** Random requests to the first policy, to rules that use every construct of the dialect, and to random rules. */
public final class AskedRequests implements ArbitrarySupplier<AskedRequest> {

    public static final Ruleset RULES = Ruleset.of(SourceFolder.sources(FirstPolicy.FOLDER));
    public static final Ruleset SPECIMEN = Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/specimen")));

    /** Rules that count and compare members of lists. */
    public static final Ruleset MEMBERS = Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/members")));

    @Override
    public Arbitrary<AskedRequest> get() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, to(RULES)),
                        Tuple.of(4, to(SPECIMEN)),
                        Tuple.of(2, toRandomFormulas(SPECIMEN)),
                        Tuple.of(2, to(MEMBERS)),
                        Tuple.of(2, toRandomFormulas(MEMBERS)))
                .withoutEdgeCases();
    }

    private static Arbitrary<AskedRequest> toRandomFormulas(Ruleset vocabulary) {
        return RandomRules.withFormulas(vocabulary.book())
                .books()
                .map(Ruleset::of)
                .flatMap(AskedRequests::to);
    }

    public static Arbitrary<AskedRequest> toRandomRules() {
        return new RandomRules(SPECIMEN.book()).books().map(Ruleset::of).flatMap(AskedRequests::to);
    }

    public static Arbitrary<AskedRequest> to(Ruleset ruleset) {
        return new RandomRequests(ruleset.book()).requests().map(request -> new AskedRequest(ruleset, request));
    }
}
