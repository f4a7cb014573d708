package io.subsidyrules.statement;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.Total;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.statement.Statement.ClaimPart;
import io.subsidyrules.statement.Statement.ClaimStatus;
import io.subsidyrules.statement.Statement.Items;
import io.subsidyrules.statement.Statement.Questions;
import io.subsidyrules.statement.Statement.Readings;
import io.subsidyrules.statement.Statement.Result;
import io.subsidyrules.statement.Statement.Row;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes the statement of an answer. */
public final class StatementBuilder {

    private final Ruleset ruleset;
    private final Request request;
    private final Answer answer;
    private final Language language;
    private final Phrases phrases;
    private final ReadingNotes notes = new ReadingNotes();
    private final ItemParts items;
    private final QuestionParts questions;
    private final StatedFacts stated;

    private StatementBuilder(Ruleset ruleset, Request request, Answer answer, Language language) {
        this.ruleset = ruleset;
        this.request = request;
        this.answer = answer;
        this.language = language;
        this.phrases = StatementWords.in(language);
        FieldTitles titles = new FieldTitles(vocabulary(), answer.claims(), phrases);
        this.items = new ItemParts(ruleset.book(), policies().size() == 1, titles, phrases, notes);
        this.questions = new QuestionParts(titles, phrases);
        this.stated = new StatedFacts(request, phrases);
    }

    /** The depth of the answer that a statement needs which shows the items of an answer of the given depth. */
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
     * @param origin where the answer comes from
     */
    public static Statement of(
            Ruleset ruleset, Request request, Answer answer, Explain shown, Language language, Origin origin) {
        return new StatementBuilder(ruleset, request, answer, language).of(shown, origin);
    }

    private Statement of(Explain explain, Origin origin) {
        Answer shown = answer.shown(explain);
        OriginParts made = new OriginParts(origin, answer, explained(explain), phrases);
        String applicant = phrases.say(vocabulary().applicant().title());
        List<ClaimPart> claims = IntStream.range(0, shown.claims().size())
                .mapToObj(i -> claim(i, shown.claims().get(i)))
                .toList();
        Items supports = new Items(phrases.say("supports", applicant), items.of(shown.supports(), "/applicant/"));
        return new Statement(
                language,
                made.title(),
                made.alerts(),
                head(made),
                notes(made, shown),
                result(),
                new Questions(phrases.say("questions"), questions.of(answer.questions())),
                claims,
                supports,
                new Readings(phrases.say("readings"), notes.all()),
                stated.all(answer.claims(), vocabulary()),
                made.check(),
                made.signature());
    }

    private List<Row> head(OriginParts made) {
        List<Row> head = new ArrayList<>();
        head.add(new Row(Phrases.heading(phrases.say(vocabulary().applicant().title())), stated.applicant()));
        head.add(new Row(phrases.say("policies"), policies(Policy::title)));
        head.add(new Row(phrases.say("authority"), policies(Policy::issuer)));
        head.add(new Row(Phrases.heading(phrases.say("asOf")), Formats.date(answer.asOf(), language)));
        head.addAll(made.head());
        return head;
    }

    /** A property of the policies that were asked for, once each. */
    private String policies(Function<Policy, Text> told) {
        return phrases.list(policies().stream()
                .map(policy -> phrases.say(told.apply(policy)))
                .distinct()
                .toList());
    }

    private List<Policy> policies() {
        return ruleset.book().policies().stream()
                .filter(policy -> request.asksFor(policy.id()))
                .toList();
    }

    private List<String> notes(OriginParts made, Answer shown) {
        List<String> notes = new ArrayList<>();
        notes.add(made.notice());
        if (!shown.equals(answer)) {
            notes.add(phrases.say("leftOut"));
        }
        if (answer.claims().isEmpty()) {
            notes.add(phrases.say("noClaims"));
        }
        return notes;
    }

    private Result result() {
        List<Row> sums = new ArrayList<>();
        for (Total total : answer.totals()) {
            sums.add(new Row(phrases.say("amountOfAll"), Formats.money(total.total(), total.currency(), language)));
            sums.addAll(whereAny("atStakeOfAll", total.atStake(), total.currency()));
        }
        return new Result(
                phrases.say("result"),
                sums,
                IntStream.range(0, answer.claims().size())
                        .mapToObj(i -> status(i, answer.claims().get(i)))
                        .toList());
    }

    private ClaimStatus status(int index, ClaimAnswer claim) {
        return new ClaimStatus(
                String.valueOf(index + 1),
                stated.claim(index, type(claim), claim.currency()),
                claim.status(),
                phrases.say("status." + claim.status()),
                amounts(claim));
    }

    private List<Row> amounts(ClaimAnswer claim) {
        List<Row> amounts = new ArrayList<>(whereAny("amount", claim.amount(), claim.currency()));
        amounts.addAll(whereAny("atStake", claim.atStake(), claim.currency()));
        return amounts;
    }

    /** A row of it, but none that says that it is nothing. */
    private List<Row> whereAny(String title, Yuan amount, Currency currency) {
        return amount.equals(Yuan.ZERO)
                ? List.of()
                : List.of(new Row(phrases.say(title), Formats.money(amount, currency, language)));
    }

    private ClaimPart claim(int index, ClaimAnswer claim) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(phrases.say("outcome"), phrases.say("status." + claim.status())));
        rows.addAll(amounts(claim));
        claim.earlierAward()
                .ifPresent(award -> rows.add(
                        new Row(phrases.say(award.lookAlike() ? "lookAlikeAward" : "earlierAward"), earlier(award))));
        claim.lookAlikeOf()
                .ifPresent(id -> rows.add(new Row(phrases.say("lookAlike"), phrases.say("claimNumber", position(id)))));
        return new ClaimPart(
                phrases.say("claim", index + 1, stated.claim(index, type(claim), claim.currency())),
                claim.status(),
                rows,
                claim.items().isEmpty() ? phrases.say("noItems") : "",
                items.of(claim.items(), "/claims/%s/".formatted(index)));
    }

    /** The position of the claim with that id, as letters count them. */
    private int position(String id) {
        return IntStream.range(0, request.claimCount())
                        .filter(i -> request.claimId(i).equals(id))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    private String earlier(EarlierAward award) {
        return phrases.say(award.sameApplicant() ? "toSame" : "toOther", award.decision(), award.claim() + 1);
    }

    private FactType type(ClaimAnswer claim) {
        return vocabulary().claim(claim.type()).orElseThrow();
    }

    private Vocabulary vocabulary() {
        return ruleset.book().vocabulary();
    }
}
