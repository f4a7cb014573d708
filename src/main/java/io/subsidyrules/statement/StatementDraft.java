package io.subsidyrules.statement;

import io.subsidyrules.dialect.FactType;
import io.subsidyrules.dialect.Vocabulary;
import io.subsidyrules.engine.Answer;
import io.subsidyrules.engine.ClaimAnswer;
import io.subsidyrules.engine.EarlierAward;
import io.subsidyrules.engine.Explain;
import io.subsidyrules.engine.KnownField;
import io.subsidyrules.engine.Request;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.Words;
import io.subsidyrules.policy.Language;
import io.subsidyrules.statement.Statement.ClaimPart;
import io.subsidyrules.statement.Statement.Facts;
import io.subsidyrules.statement.Statement.Items;
import io.subsidyrules.statement.Statement.Questions;
import io.subsidyrules.statement.Statement.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts a statement together. */
final class StatementDraft {

    private final Ruleset ruleset;
    private final Request request;
    private final Answer answer;
    private final Language language;
    private final Phrases phrases;
    private final ItemDraft items;
    private final QuestionDraft questions;

    StatementDraft(Ruleset ruleset, Request request, Answer answer, Language language) {
        this.ruleset = ruleset;
        this.request = request;
        this.answer = answer;
        this.language = language;
        this.phrases = Phrases.in(language);
        FieldTitles titles = new FieldTitles(vocabulary(), answer.claims(), phrases);
        this.items = new ItemDraft(ruleset.book(), answer.asOf(), titles, phrases);
        this.questions = new QuestionDraft(titles, phrases);
    }

    Statement of(Explain explain) {
        Answer shown = answer.shown(explain);
        String applicant = phrases.say(vocabulary().applicant().title());
        return new Statement(
                language,
                phrases.say("title"),
                head(),
                notes(shown),
                new Facts(phrases.heading(applicant), rows(request.knownOfApplicant())),
                IntStream.range(0, shown.claims().size())
                        .mapToObj(i -> claim(i, shown.claims().get(i)))
                        .toList(),
                new Items(
                        phrases.say("supports", applicant),
                        shown.supports().stream().map(items::of).toList()),
                new Facts(
                        phrases.say("total"),
                        List.of(
                                new Row(phrases.say("amountOfAll"), Words.yuan(answer.total(), language)),
                                new Row(phrases.say("atStakeOfAll"), Words.yuan(answer.atStake(), language)))),
                new Questions(
                        phrases.say("questions"),
                        answer.questions().stream().map(questions::of).toList()));
    }

    private List<Row> head() {
        List<String> policies = ruleset.book().policies().stream()
                .filter(policy -> request.asksFor(policy.id()))
                .map(policy -> phrases.say(policy.title()))
                .toList();
        return List.of(
                new Row(phrases.heading(phrases.say("asOf")), Words.date(answer.asOf(), language)),
                new Row(phrases.say("policies"), phrases.list(policies)),
                new Row(phrases.say("ruleset"), answer.ruleset()));
    }

    private List<String> notes(Answer shown) {
        List<String> notes = new ArrayList<>();
        notes.add(phrases.say("notice"));
        if (!shown.equals(answer)) {
            notes.add(phrases.say("leftOut"));
        }
        if (answer.claims().isEmpty()) {
            notes.add(phrases.say("noClaims"));
        }
        return notes;
    }

    private ClaimPart claim(int index, ClaimAnswer claim) {
        FactType type = vocabulary().claim(claim.type()).orElseThrow();
        return new ClaimPart(
                phrases.say("claim", index + 1, claim.id(), phrases.say(type.title())),
                claim.status(),
                rows(request.knownOfClaim(index)),
                standing(claim),
                claim.items().isEmpty() ? phrases.say("noItems") : "",
                claim.items().stream().map(items::of).toList());
    }

    private List<Row> standing(ClaimAnswer claim) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(phrases.say("outcome"), phrases.say("status." + claim.status())));
        rows.add(new Row(phrases.say("amount"), Words.yuan(claim.amount(), language)));
        rows.add(new Row(phrases.say("atStake"), Words.yuan(claim.atStake(), language)));
        claim.earlierAward().ifPresent(award -> rows.add(new Row(phrases.say("earlierAward"), earlier(award))));
        return rows;
    }

    private String earlier(EarlierAward award) {
        return phrases.say(award.sameApplicant() ? "toSame" : "toOther", award.decision(), award.claim() + 1);
    }

    private List<Row> rows(List<KnownField> known) {
        return known.stream()
                .map(one ->
                        new Row(phrases.heading(phrases.say(one.field().title())), Words.value(one.value(), language)))
                .toList();
    }

    private Vocabulary vocabulary() {
        return ruleset.book().vocabulary();
    }
}
