package io.subsidyrules.statement;

import io.subsidyrules.engine.Answer;
import io.subsidyrules.engine.Explain;
import io.subsidyrules.engine.Request;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.Status;
import io.subsidyrules.policy.Language;
import java.util.List;

/**
 * What an answer says, in sentences of one language and in the order of a letter. Its texts are as the request and the
 * rule files have them; a {@link StatementForm} makes them inert.
 *
 * @param head as of when, by which policies, by which rules
 * @param notes what the statement is, and what it leaves out
 * @param supports the items on the applicant alone
 * @param totals the sums of all claims
 * @param questions what is missing, the most yuan first
 */
public record Statement(
        Language language,
        String title,
        List<Row> head,
        List<String> notes,
        Facts applicant,
        List<ClaimPart> claims,
        Items supports,
        Facts totals,
        Questions questions) {

    public Statement {
        head = List.copyOf(head);
        notes = List.copyOf(notes);
        claims = List.copyOf(claims);
    }

    /** A value with its title. */
    public record Row(String title, String value) {}

    /** Values under a heading. */
    public record Facts(String heading, List<Row> rows) {
        public Facts {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A claim.
     *
     * @param facts what the request says of it
     * @param rows how it stands
     * @param note what stands in place of items where there are none
     */
    public record ClaimPart(
            String heading, Status status, List<Row> facts, List<Row> rows, String note, List<ItemPart> items) {
        public ClaimPart {
            facts = List.copyOf(facts);
            rows = List.copyOf(rows);
            items = List.copyOf(items);
        }
    }

    /** Items under a heading. */
    public record Items(String heading, List<ItemPart> items) {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * An item.
     *
     * @param source the clause of the policy that gives it
     * @param rows how it stands, with its amounts
     * @param reasons why it stands so
     * @param remarks what else is to be known of it
     */
    public record ItemPart(
            String title, String source, Status status, List<Row> rows, List<Reasons> reasons, List<Row> remarks) {
        public ItemPart {
            rows = List.copyOf(rows);
            reasons = List.copyOf(reasons);
            remarks = List.copyOf(remarks);
        }
    }

    /** Reasons of one kind: what holds, what is missing, what does not hold and what it would take, why a person decides. */
    public record Reasons(String title, List<String> lines) {
        public Reasons {
            lines = List.copyOf(lines);
        }
    }

    /** What is missing, as questions under a heading. */
    public record Questions(String heading, List<Question> questions) {
        public Questions {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question to the applicant.
     *
     * @param rows what can be answered, and what hangs on it
     */
    public record Question(String title, List<Row> rows) {
        public Question {
            rows = List.copyOf(rows);
        }
    }

    /** How an answer is to be explained for a statement which shows the items that an answer of that depth shows. */
    public static Explain explained(Explain shown) {
        return shown == Explain.SUMMARY ? Explain.FULL : shown;
    }

    /**
     * The statement of an answer.
     *
     * @param ruleset the one that evaluated
     * @param request what it was asked
     * @param answer explained as {@link #explained} says
     * @param shown which of the items the statement has: those of the JSON of that depth
     */
    public static Statement of(Ruleset ruleset, Request request, Answer answer, Explain shown, Language language) {
        return new StatementDraft(ruleset, request, answer, language).of(shown);
    }
}
