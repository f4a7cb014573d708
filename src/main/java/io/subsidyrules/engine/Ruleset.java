package io.subsidyrules.engine;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.KeyFields;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.engine.request.RequestReader;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules ready to evaluate, named by the hash of their sources. Immutable and safe for many threads; {@link #close}
 * frees its sessions at once where nothing evaluates on it any more, otherwise they go with it.
 */
public final class Ruleset implements AutoCloseable {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Ruleset.class);

    /** Changes are for advising an applicant; to look for them takes longer than to evaluate. */
    static final int MOST_CLAIMS_FOR_CHANGES = 100;

    private final RuleBook book;
    private final CompiledRules rules;
    private final RequestReader reader;
    private final EvaluationCost cost;

    private Ruleset(RuleBook book, CancellationPoint checkpoint) {
        this.book = book;
        this.rules = new CompiledRules(book, checkpoint);
        this.reader = new RequestReader(
                book.vocabulary(), book.policies().stream().map(Policy::id).toList());
        this.cost = EvaluationCost.of(book.vocabulary(), rules);
    }

    /**
     * Reads rule files.
     *
     * @throws io.subsidyrules.fault.FaultsException with the first faults of each file
     */
    public static Ruleset of(RuleSources sources) {
        return of(sources, CancellationPoint.NONE);
    }

    /**
     * Reads rule files, as long as the checkpoint lets it go on.
     *
     * @throws io.subsidyrules.fault.FaultsException with the first faults of each file
     */
    public static Ruleset of(RuleSources sources, CancellationPoint checkpoint) {
        return new Ruleset(Dialect.read(sources, checkpoint), checkpoint);
    }

    public static Ruleset of(RuleBook book) {
        return new Ruleset(book, CancellationPoint.NONE);
    }

    /** The hex SHA-256 of the sources. */
    public String version() {
        return book.version();
    }

    public RuleBook book() {
        return book;
    }

    /** An estimate from above of the time that an evaluation takes. */
    public EvaluationCost cost() {
        return cost;
    }

    /** All items in the order of policy folder, clause number, place in the file. */
    public List<RuledItem> items() {
        return rules.items();
    }

    /** The key fields that distinguish the projects of each claim type. */
    public List<KeyFields> projectKeys() {
        return book.vocabulary().claims().stream()
                .map(claim -> KeyFields.of(claim, book.vocabulary().applicant()))
                .toList();
    }

    /** The reader for requests to this ruleset. */
    public RequestReader reader() {
        return reader;
    }

    /**
     * Evaluates a request that this ruleset's reader has read, once.
     *
     * @throws RequestFaultsException if it has more claims than changes are looked for
     */
    public Answer evaluate(Request request, Explain explain) {
        if (explain == Explain.CHANGES && request.claims().size() > MOST_CLAIMS_FOR_CHANGES) {
            throw tooMany();
        }
        return new Evaluation(rules, request, explain, Optional.empty()).answer();
    }

    /**
     * Evaluates a request whose answer is to be recorded as a decision, once, where a project is paid once. A claim
     * whose project has an earlier award is NOT_ELIGIBLE where that is the same applicant's, and at best REFERRED where
     * it is another's. A claim is at best UNDETERMINED where a key field is unknown, since its project cannot be looked
     * for. A claim that repeats another of the request is a repeat, whatever was awarded earlier.
     *
     * @param awards what is known of earlier awards, of the claims at their indexes; a claim that is given one has it,
     *     whatever the request says of its project
     * @throws IllegalArgumentException if changes are asked for, which would not know of earlier awards, or an award is
     *     given for a claim that the request does not have
     */
    public Answer evaluate(Request request, Explain explain, EarlierAwards awards) {
        if (explain == Explain.CHANGES) {
            throw new IllegalArgumentException("Changes are not looked for where earlier awards count.");
        }
        for (int claim : awards.byClaim().keySet()) {
            if (claim < 0 || claim >= request.claimCount()) {
                throw new IllegalArgumentException(
                        "There is an earlier award of the claim %s, but the request has %s claims."
                                .formatted(claim, request.claimCount()));
            }
        }
        return new Evaluation(rules, request, explain, Optional.of(awards)).answer();
    }

    /**
     * The queries for the recorded awards that limits count, or conditions ask for, each once; none where no such limit
     * or condition concerns the request. What they find goes into {@link EarlierAwards#counted}.
     */
    public List<AwardQuery> limitedAwards(Request request) {
        return Stream.concat(rules.limits().queries(request).stream(), rules.askedAwards().queries(request).stream())
                .distinct()
                .toList();
    }

    private static RequestFaultsException tooMany() {
        Text detail = TEXTS.text("tooManyClaimsForChanges", MOST_CLAIMS_FOR_CHANGES);
        return new RequestFaultsException(
                List.of(new RequestFault("/claims", RequestFault.Code.TOO_MANY, detail, List.of(), Optional.empty())),
                1);
    }

    @Override
    public void close() {
        rules.close();
    }

    /** The rules as an evaluation uses them. */
    CompiledRules rules() {
        return rules;
    }
}
