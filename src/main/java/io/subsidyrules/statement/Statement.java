package io.subsidyrules.statement;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.text.Language;
import java.util.List;

/**
 * The statement of an answer, in sentences of one language and in the order of a letter: the sum and what is missing
 * first, then each claim with its reasons, last what all of it rests on. Its texts are as the request and the rule
 * files have them; a {@link StatementForm} makes them inert.
 *
 * @param alerts what is to be known before anything else: that it is revoked
 * @param head whom it is for, as of when, by which policies, made when
 * @param notes what the statement is, and what it leaves out
 * @param questions what is missing, the most yuan first
 * @param supports the items on the applicant alone
 * @param readings how doubtful places of the policies are read, numbered from 1, as items cite them
 * @param stated what the request says, of the applicant and of each claim
 * @param check by what the letter can be checked
 * @param signature what a person writes on each of the last lines
 */
public record Statement(
        Language language,
        String title,
        List<String> alerts,
        List<Row> head,
        List<String> notes,
        Result result,
        Questions questions,
        List<ClaimPart> claims,
        Items supports,
        Readings readings,
        List<Facts> stated,
        Check check,
        List<String> signature) {

    public Statement {
        alerts = List.copyOf(alerts);
        head = List.copyOf(head);
        notes = List.copyOf(notes);
        claims = List.copyOf(claims);
        stated = List.copyOf(stated);
        signature = List.copyOf(signature);
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
     * The sums, and the status of each claim.
     *
     * @param sums the amount of all claims, and what is at stake where anything is
     */
    public record Result(String heading, List<Row> sums, List<ClaimStatus> claims) {
        public Result {
            sums = List.copyOf(sums);
            claims = List.copyOf(claims);
        }
    }

    /**
     * The status of a claim, in a line.
     *
     * @param amounts what it gets and what is at stake; empty if that is nothing
     */
    public record ClaimStatus(String number, String claim, Status status, String outcome, List<Row> amounts) {
        public ClaimStatus {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * A claim.
     *
     * @param rows its status
     * @param note the sentence in place of items if there are none
     */
    public record ClaimPart(String heading, Status status, List<Row> rows, String note, List<ItemGroup> groups) {
        public ClaimPart {
            rows = List.copyOf(rows);
            groups = List.copyOf(groups);
        }
    }

    /** Items under a heading. */
    public record Items(String heading, List<ItemGroup> groups) {
        public Items {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Items in a row with the same status for the same reasons, which are given once.
     *
     * @param items at least one
     */
    public record ItemGroup(Status status, List<ItemPart> items, List<Reasons> reasons) {
        public ItemGroup {
            items = List.copyOf(items);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * An item.
     *
     * @param source the clause of the policy that gives it, with the numbers of the readings that it rests on
     * @param rows its status and its amounts
     */
    public record ItemPart(String title, String source, List<Row> rows) {
        public ItemPart {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Reasons of one kind: what holds, what is missing, what does not hold and what it would take, why a person
     * decides.
     *
     * @param kind the key of the title's phrase
     */
    public record Reasons(String kind, String title, List<String> lines) {
        public Reasons {
            lines = List.copyOf(lines);
        }
    }

    /** The missing facts, as questions under a heading. */
    public record Questions(String heading, List<Question> questions) {
        public Questions {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question to the applicant.
     *
     * @param answers what can be answered
     * @param hangs the yuan that hang on it, or the items where these have no amount
     */
    public record Question(String title, String answers, String hangs) {}

    /** Readings under a heading. */
    public record Readings(String heading, List<String> readings) {
        public Readings {
            readings = List.copyOf(readings);
        }
    }

    /** By what a letter can be checked, and how. */
    public record Check(String heading, List<Row> rows, List<String> ways) {
        public Check {
            rows = List.copyOf(rows);
            ways = List.copyOf(ways);
        }
    }
}
