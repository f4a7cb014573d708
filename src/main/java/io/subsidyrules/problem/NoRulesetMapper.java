package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.rulesets.NoRulesetException;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.ext.Provider;

/** 503: no ruleset is live; says where the reason is, and when to ask again. */
@Provider
public class NoRulesetMapper extends ExceptionMapperBase<NoRulesetException> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(NoRulesetMapper.class);

    /** Somebody has to mend a file first. */
    private static final int SECONDS = 10;

    /** A judgement takes seconds. */
    private static final int SOON = 2;

    @Override
    protected HttpProblem toProblem(NoRulesetException none) {
        return problem(none);
    }

    static LocalisedProblem problem(NoRulesetException none) {
        return none.isPending()
                ? LocalisedProblem.unavailable(TEXTS.text("rulesPending"), SOON)
                : LocalisedProblem.unavailable(TEXTS.text("rulesFaulty"), SECONDS);
    }
}
