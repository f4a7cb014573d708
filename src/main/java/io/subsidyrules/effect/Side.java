package io.subsidyrules.effect;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.engine.request.UnreadableRequestException;
import io.subsidyrules.text.TextCatalogue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One of the two versions of the rules, as it answers the requests of a file. Safe for many threads. */
final class Side {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Side.class);

    /** In the place of the clause of an item that the rules do not have. */
    private static final String NONE = "";

    private final Version version;
    private final Ruleset ruleset;
    private final LocalDate today;
    private final Map<AwardQuery.Item, String> clauses = new HashMap<>();

    Side(Version version, Ruleset ruleset, LocalDate today) {
        this.version = version;
        this.ruleset = ruleset;
        this.today = today;
        for (RuledItem item : ruleset.items()) {
            clauses.put(new AwardQuery.Item(item.policy(), item.id()), item.clause());
        }
    }

    /** A request and its answer, or why there is none. */
    record Answered(Optional<Request> request, Optional<Answer> answer, Optional<RefusedRequest.Refusal> refusal) {

        private static Answered of(RefusedRequest.Refusal refusal) {
            return new Answered(Optional.empty(), Optional.empty(), Optional.of(refusal));
        }
    }

    /** The answer to a request: as of its own day, with the earlier awards that its record knows. */
    Answered answer(FiledRequest filed) {
        try {
            Request request = filed.record().isEmpty()
                    ? ruleset.reader().read(filed.body(), today)
                    : again(filed.body(), filed.record().get());
            Answer answer = filed.record().isEmpty()
                    ? ruleset.evaluate(request, Explain.SUMMARY)
                    : ruleset.evaluate(
                            request, Explain.SUMMARY, known(filed.record().get(), request));
            return new Answered(Optional.of(request), Optional.of(answer), Optional.empty());
        } catch (RequestFaultsException refused) {
            RequestFault first = refused.faults().get(0);
            return Answered.of(
                    new RefusedRequest.Refusal(Set.of(version), first.pointer(), first.detail(), refused.count()));
        } catch (UnreadableRequestException unreadable) {
            return Answered.of(new RefusedRequest.Refusal(Set.of(version), "", unreadable.detail(), 1));
        } catch (IllegalArgumentException otherClaims) {
            return Answered.of(new RefusedRequest.Refusal(Set.of(version), "", TEXTS.text("damagedRecord"), 1));
        }
    }

    private Request again(byte[] body, FiledRequest.Origin record) {
        return ruleset.reader().readAgain(body, record.asOf().orElse(today), record.asSent());
    }

    /** The awards that were known when it was recorded, with the clauses of these rules. */
    private EarlierAwards known(FiledRequest.Origin record, Request request) {
        String self = request.applicantId().orElse("");
        List<RecordedAward> counted = record.counted().stream()
                .map(award ->
                        award.in(clauses.getOrDefault(new AwardQuery.Item(award.policy(), award.item()), NONE), self))
                .toList();
        return new EarlierAwards(record.awards(), counted);
    }
}
