package io.subsidyrules.engine;

import io.subsidyrules.engine.request.Request;
import org.kie.api.runtime.KieSession;

/** The rules of a ruleset by themselves, without what an evaluation makes of them. */
public final class Firing {

    private Firing() {}

    /** Fires the ruleset's rules for all facts of the request that was read, repeats too; how often a rule fired. */
    public static int of(Ruleset ruleset, Request read) {
        KieSession session = ruleset.rules().newSession();
        try {
            session.insert(read.applicant());
            read.claims().forEach(claim -> session.insert(claim.fact()));
            return session.fireAllRules();
        } finally {
            session.dispose();
        }
    }
}
