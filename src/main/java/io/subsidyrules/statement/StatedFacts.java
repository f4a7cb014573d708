package io.subsidyrules.statement;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.KnownField;
import io.subsidyrules.engine.fact.MemberNumbers;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.statement.Statement.Facts;
import io.subsidyrules.statement.Statement.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The facts that a request gives of the applicant and of its claims. */
final class StatedFacts {

    private final Request request;
    private final Phrases phrases;

    StatedFacts(Request request, Phrases phrases) {
        this.request = request;
        this.phrases = phrases;
    }

    /** The applicant: the name, if it is known, and the code. */
    String applicant() {
        return Stream.of(request.applicantText("name"), request.applicantId())
                .flatMap(text -> text.stream())
                .collect(Collectors.joining(phrases.say("comma")));
    }

    /**
     * A claim in a line: its type, the project that it is for, and the id that the request gives it.
     *
     * @param currency of its amounts
     */
    String claim(int index, FactType type, Currency currency) {
        List<String> project = request.knownOfClaim(index).stream()
                .filter(known -> known.field().key() != Field.Key.NONE)
                .map(known -> value(known, currency))
                .toList();
        String title = Phrases.heading(phrases.say(type.title()));
        return project.isEmpty()
                ? phrases.say("claimOf", title, request.claimId(index))
                : phrases.say("claimOfProject", title, phrases.list(project), request.claimId(index));
    }

    /** All of it under headings, the applicant first. */
    List<Facts> all(List<ClaimAnswer> claims, Vocabulary vocabulary) {
        List<Facts> all = new ArrayList<>();
        String applicant = Phrases.heading(phrases.say(vocabulary.applicant().title()));
        all.add(new Facts(phrases.say("stated", applicant), rows(request.knownOfApplicant(), Currency.CNY)));
        for (int i = 0; i < claims.size(); i++) {
            List<Row> rows = rows(request.knownOfClaim(i), claims.get(i).currency());
            if (!rows.isEmpty()) {
                String claim = Phrases.heading(phrases.say("claimNumber", i + 1));
                all.add(new Facts(phrases.say("stated", claim), rows));
            }
        }
        return all;
    }

    private List<Row> rows(List<KnownField> known, Currency currency) {
        return known.stream()
                .flatMap(one -> one.field().type() == ValueType.MEMBERS
                        ? members(one, currency)
                        : Stream.of(row(one, currency)))
                .toList();
    }

    private Row row(KnownField known, Currency currency) {
        return new Row(Phrases.heading(phrases.say(known.field().title())), value(known, currency));
    }

    /** A row for each member of a list, with what is known of it; one that says that there is none. */
    private Stream<Row> members(KnownField list, Currency currency) {
        List<Fact> members = Objects.requireNonNull(MemberNumbers.members(list.value()));
        return members.isEmpty()
                ? Stream.of(new Row(Phrases.heading(phrases.say(list.field().title())), phrases.say("noMembers")))
                : IntStream.range(0, members.size()).mapToObj(i -> member(members.get(i), i + 1, currency));
    }

    private Row member(Fact member, int number, Currency currency) {
        String title = phrases.say("member", phrases.say(member.type().title()), number);
        List<String> facts = member.known().stream()
                .map(known -> phrases.say("row", phrases.say(known.field().title()), value(known, currency)))
                .toList();
        return new Row(
                Phrases.heading(title),
                facts.isEmpty() ? phrases.say("unknown") : String.join(phrases.say("semicolon"), facts));
    }

    private String value(KnownField known, Currency currency) {
        return StatementWords.value(known.field(), known.value(), currency, phrases);
    }
}
