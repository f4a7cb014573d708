package io.subsidyrules.recording.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.result.CountedText;
import io.subsidyrules.ledger.result.DamagedResultException;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.recording.AlteredLedgerException;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.archive.RulesetArchive;
import io.subsidyrules.recording.project.RecordedAwards;
import io.subsidyrules.recording.store.RecordedDecision;
import io.subsidyrules.recording.write.Decisions;
import io.subsidyrules.recording.write.NewDecision;
import io.subsidyrules.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Evaluates recorded requests again. The decision holds what was known of earlier awards; nothing else is looked at.
 */
@ApplicationScoped
public class Replays {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String CURRENCY = "currency";

    private final Decisions decisions;
    private final RulesetArchive rulesets;

    Replays(Decisions decisions, RulesetArchive rulesets) {
        this.decisions = decisions;
        this.rulesets = rulesets;
    }

    /** By which ruleset a decision is to be evaluated again. */
    public sealed interface Under {

        /** The one that decided. */
        record Recorded() implements Under {}

        /** The one that answers requests now. */
        record Current() implements Under {}

        /** Another one that once decided. */
        record Version(String version) implements Under {}
    }

    /** An item of an answer. */
    private record Key(Optional<Integer> claim, String policy, String item) {}

    /**
     * Evaluates the request of a decision again.
     *
     * @return empty if there is no such decision
     * @throws NotRecordedException if no ruleset of that version ever decided
     * @throws RecordedRequestException if the request has faults under that ruleset
     * @throws AlteredLedgerException if the decision is not as it was recorded
     * @throws io.subsidyrules.storage.DatabaseAwayException where it cannot be read
     */
    public Optional<Replay> replay(UUID decision, Under under) {
        return decisions.find(decision).map(recorded -> replayed(decision, recorded.decision(), under));
    }

    /**
     * Makes the answer of a decision again, to be worded otherwise than the recorded one.
     *
     * @return empty if there is no such decision
     * @throws NotRecordedException if the ruleset that decided gives another answer by now, or cannot be had
     * @throws AlteredLedgerException if the decision is not as it was recorded
     * @throws io.subsidyrules.storage.DatabaseAwayException where it cannot be read
     */
    public Optional<ReproducedDecision> reproduce(UUID decision) {
        return decisions.find(decision).map(this::reproduced);
    }

    private ReproducedDecision reproduced(RecordedDecision recorded) {
        Map<String, Object> members = recorded.decision().members();
        Ruleset ruleset = ruleset(text("ruleset", members), new Under.Recorded());
        byte[] before = result(recorded.decision());
        LocalDate asOf = LocalDate.parse(tree(before).path("asOf").textValue());
        Request request;
        try {
            request = again(ruleset, members, asOf);
        } catch (RequestFaultsException refused) {
            throw new NotRecordedException(NotRecordedException.Reason.RESULT_DIFFERS, refused);
        }
        Answer answer = ruleset.evaluate(request, Explain.FULL, earlierAwards(recorded.decision(), ruleset, request));
        if (!Arrays.equals(AnswerWriter.withoutTexts(before), AnswerWriter.bytesWithoutTexts(answer))) {
            throw new NotRecordedException(NotRecordedException.Reason.RESULT_DIFFERS);
        }
        return new ReproducedDecision(recorded, ruleset, request, answer);
    }

    private Replay replayed(UUID id, Entry decision, Under under) {
        Map<String, Object> members = decision.members();
        Ruleset ruleset = ruleset(text("ruleset", members), under);
        byte[] before = result(decision);
        JsonNode recorded = tree(before);
        LocalDate asOf = LocalDate.parse(recorded.path("asOf").textValue());
        boolean own = ruleset.version().equals(text("ruleset", members));
        Request request = request(ruleset, members, asOf, own);
        Answer answer = ruleset.evaluate(request, Explain.FULL, earlierAwards(decision, ruleset, request));
        byte[] after = AnswerWriter.bytes(answer, language(text("language", members)));
        List<Replay.Difference> differences = differences(statuses(recorded), statuses(tree(after)));
        return new Replay(
                id,
                ruleset.version(),
                asOf,
                own
                        ? Arrays.equals(AnswerWriter.withoutTexts(before), AnswerWriter.bytesWithoutTexts(answer))
                        : differences.isEmpty(),
                Arrays.equals(before, after),
                yuan(recorded.path("total")),
                currency(recorded),
                answer.total().amount(),
                answer.currency().code(),
                differences);
    }

    private static byte[] result(Entry decision) {
        try {
            return ResultText.of(decision.members()).bytes();
        } catch (DamagedResultException damaged) {
            throw AlteredLedgerException.at(decision.sequence(), damaged);
        }
    }

    private static Request request(Ruleset ruleset, Map<String, Object> members, LocalDate asOf, boolean own) {
        try {
            return again(ruleset, members, asOf);
        } catch (RequestFaultsException outgrown) {
            throw new RecordedRequestException(outgrown, ruleset.version(), own);
        }
    }

    /** The request of an entry, compared as it was when it was decided. */
    private static Request again(Ruleset ruleset, Map<String, Object> members, LocalDate asOf) {
        byte[] recorded = text("request", members).getBytes(StandardCharsets.UTF_8);
        return ruleset.reader().readAgain(recorded, asOf, !members.containsKey(NewDecision.FORM));
    }

    private Ruleset ruleset(String recorded, Under under) {
        if (under instanceof Under.Current) {
            return rulesets.current();
        }
        String version = under instanceof Under.Version other ? other.version() : recorded;
        return rulesets.of(version).orElseThrow(() -> new NotRecordedException(NotRecordedException.Reason.NO_RULESET));
    }

    /** The awards known when it was decided, with the clauses of the ruleset that evaluates now. */
    private static EarlierAwards earlierAwards(Entry decision, Ruleset ruleset, Request request) {
        Map<String, Object> members = decision.members();
        Map<Integer, EarlierAward> byClaim = new HashMap<>();
        for (Object one : (List<?>) Objects.requireNonNull(members.get("earlierAwards"))) {
            JsonNode award = JSON.valueToTree(one);
            byClaim.put(
                    award.path("claim").intValue(),
                    new EarlierAward(
                            award.path("decision").textValue(),
                            award.path("earlierClaim").intValue(),
                            award.path("sameApplicant").booleanValue(),
                            award.path(NewDecision.LOOK_ALIKE).booleanValue()));
        }
        return new EarlierAwards(byClaim, counted(decision, ruleset, request));
    }

    private static List<RecordedAward> counted(Entry decision, Ruleset ruleset, Request request) {
        if (!decision.members().containsKey(CountedText.MEMBER)) {
            return List.of();
        }
        try {
            return new RecordedAwards(ruleset)
                    .of(
                            CountedText.read(decision.members()),
                            request.applicantId().orElse(""));
        } catch (DamagedResultException | IllegalArgumentException | DateTimeException damaged) {
            throw AlteredLedgerException.at(decision.sequence(), damaged);
        }
    }

    private static List<Replay.Difference> differences(
            Map<Key, Replay.ItemStatus> recorded, Map<Key, Replay.ItemStatus> replayed) {
        Set<Key> keys = new LinkedHashSet<>(replayed.keySet());
        keys.addAll(recorded.keySet());
        List<Replay.Difference> differences = new ArrayList<>();
        for (Key key : keys) {
            Optional<Replay.ItemStatus> before = Optional.ofNullable(recorded.get(key));
            Optional<Replay.ItemStatus> after = Optional.ofNullable(replayed.get(key));
            if (!before.equals(after)) {
                differences.add(new Replay.Difference(key.claim(), key.policy(), key.item(), before, after));
            }
        }
        return differences;
    }

    private static String currency(JsonNode result) {
        return result.path(CURRENCY).asText(Sum.YUAN);
    }

    private static Map<Key, Replay.ItemStatus> statuses(JsonNode result) {
        Map<Key, Replay.ItemStatus> statuses = new LinkedHashMap<>();
        int claim = 0;
        for (JsonNode one : result.path("claims")) {
            put(
                    statuses,
                    Optional.of(claim++),
                    one.path("items"),
                    one.path(CURRENCY).asText(currency(result)));
        }
        put(statuses, Optional.empty(), result.path("supports"), currency(result));
        return statuses;
    }

    private static void put(
            Map<Key, Replay.ItemStatus> statuses, Optional<Integer> claim, JsonNode items, String currency) {
        for (JsonNode item : items) {
            Optional<BigDecimal> amount =
                    Optional.of(item.path("amount")).filter(JsonNode::isNumber).map(Replays::yuan);
            statuses.put(
                    new Key(
                            claim,
                            item.path("policy").textValue(),
                            item.path("item").textValue()),
                    new Replay.ItemStatus(item.path("status").textValue(), amount, currency));
        }
    }

    /** With two decimals, which a tree of JSON loses. */
    private static BigDecimal yuan(JsonNode number) {
        return new Yuan(number.decimalValue()).amount();
    }

    private static Language language(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElse(Language.EN);
    }

    private static String text(String name, Map<String, Object> members) {
        return (String) Objects.requireNonNull(members.get(name), name);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
