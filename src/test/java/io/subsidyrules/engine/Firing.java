package io.subsidyrules.engine;

import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Request;
import java.util.Optional;
import org.kie.api.runtime.KieSession;

/** The rules of a ruleset by themselves, without what an evaluation makes of them. */
public final class Firing {

    private Firing() {}

    /** The same, with the earlier awards that conditions ask for. */
    public static int of(Ruleset ruleset, Request read, EarlierAwards awards) {
        ruleset.rules().askedAwards().tell(read, Optional.of(awards));
        return of(ruleset, read);
    }

    /** Fires the ruleset's rules for all facts of the request that was read, repeats too; how often a rule fired. */
    public static int of(Ruleset ruleset, Request read) {
        KieSession session = ruleset.rules().newSession();
        try {
            session.insert(new Facts(read.applicant(), read.applicant()));
            read.claims().forEach(claim -> session.insert(new Facts(read.applicant(), claim.fact())));
            return session.fireAllRules();
        } finally {
            session.dispose();
        }
    }
}
