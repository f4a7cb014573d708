package io.subsidyrules.access;

import java.util.Set;

/** The roles that callers have. Each operation names those of which it needs one. */
public final class Roles {

    /** Evaluates requests, of which nothing is recorded. */
    public static final String EVALUATOR = "evaluator";

    /** Records decisions, and reads and revokes those that it recorded. */
    public static final String DECIDER = "decider";

    /** Reads decisions and progress, of some policies or divisions alone where it is limited. */
    public static final String READER = "reader";

    /** Reads all that is recorded, and the ledger. */
    public static final String AUDITOR = "auditor";

    /** Writes rules, and sees how they are taken. */
    public static final String RULES_EDITOR = "rules-editor";

    /** Approves rules, and sees how they are taken. */
    public static final String RULES_APPROVER = "rules-approver";

    /** Runs the service. */
    public static final String ADMIN = "admin";

    /** Every role. */
    public static final Set<String> ALL =
            Set.of(EVALUATOR, DECIDER, READER, AUDITOR, RULES_EDITOR, RULES_APPROVER, ADMIN);

    private Roles() {}
}
