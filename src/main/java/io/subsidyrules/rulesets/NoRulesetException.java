package io.subsidyrules.rulesets;

/** The rules folder has faults and there is no ruleset to fall back on: nothing can be decided yet. */
public final class NoRulesetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoRulesetException() {
        super("No ruleset is live.");
    }
}
