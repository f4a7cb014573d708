package io.subsidyrules.hostile;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.regression.ScenarioFile;
import java.util.List;

/** What the service makes of a rules folder: the faults with their excerpts, or a ruleset that has answered requests. */
final class Tried {

    private Tried() {}

    /** All faults; where there are none, the rules have been built and have answered. */
    static List<Fault> of(RuleSources sources) {
        List<Fault> faults = faults(sources);
        faults.forEach(fault -> sources.excerpt(fault.place()));
        return faults;
    }

    private static List<Fault> faults(RuleSources sources) {
        try (Ruleset ruleset = Ruleset.of(sources)) {
            Faults faults = new Faults();
            ScenarioFile.readAll(sources, faults);
            Trial.of(ruleset);
            return faults.inOrder();
        } catch (FaultsException refused) {
            return refused.faults();
        }
    }
}
