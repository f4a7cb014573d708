package io.subsidyrules.rulesets;

/** No ruleset is live, so nothing can be decided. */
public final class NoRulesetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean pending;

    private NoRulesetException(boolean pending) {
        super(pending ? "The rules are not judged yet." : "The rules have faults, and no earlier ruleset is kept.");
        this.pending = pending;
    }

    /** The exception where nothing of that state is live. */
    public static NoRulesetException of(RulesetState now) {
        return new NoRulesetException(now.folder().pending());
    }

    /** Whether the rules are still being judged; otherwise they have faults. */
    public boolean isPending() {
        return pending;
    }
}
