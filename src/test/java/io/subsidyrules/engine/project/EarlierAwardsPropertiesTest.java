package io.subsidyrules.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.GivenRequest;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is so of every answer that is to be recorded, whatever was asked and whatever was awarded earlier. */
class EarlierAwardsPropertiesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Property(tries = 300)
    void whereAllKeysAreKnownAndNothingWasAwardedTheBytesAreThoseOfAPlainEvaluation(
            @ForAll(supplier = AskedRequests.class) AskedRequest random,
            @ForAll boolean full,
            @ForAll Language language) {
        Explain explain = full ? Explain.FULL : Explain.SUMMARY;
        AskedRequest question = random.with(request -> request.telling((pointer, field) -> isKey(field)));
        byte[] recorded = AnswerWriter.bytes(recorded(question, explain, EarlierAwards.EMPTY), language);
        assertThat(text(recorded)).isEqualTo(text(question.bytes(explain, language)));
    }

    private static boolean isKey(Field field) {
        return field.key() != Field.Key.NONE;
    }

    @Property(tries = 300)
    void itemsAreAtBestWhatEarlierAwardsAndUnknownKeysLeaveThem(
            @ForAll(supplier = AskedRequests.class) AskedRequest question, @ForAll long seed) {
        EarlierAwards awards = someAwards(question, seed);
        Request request = question.read();
        List<ClaimAnswer> plain = question.answer(Explain.FULL).claims();
        List<ClaimAnswer> recorded = recorded(question, Explain.FULL, awards).claims();
        for (int i = 0; i < plain.size(); i++) {
            boolean unknown = !request.claimedProject(i).unknownKeys().isEmpty();
            Status best = awards.of(i)
                    .map(award -> award.sameApplicant() && !award.lookAlike() ? Status.NOT_ELIGIBLE : Status.REFERRED)
                    .orElse(unknown ? Status.UNDETERMINED : Status.ELIGIBLE);
            assertThat(recorded.get(i).items())
                    .extracting(ItemAnswer::status)
                    .containsExactlyElementsOf(plain.get(i).items().stream()
                            .map(item -> item.status().compareTo(best) < 0 ? best : item.status())
                            .toList());
            assertThat(recorded.get(i).earlierAward()).isEqualTo(awards.of(i));
        }
    }

    @Property(tries = 300)
    void aClaimThatTheSameApplicantWasPaidForAddsNothingAndNoOtherClaimChanges(
            @ForAll(supplier = AskedRequests.class) AskedRequest question,
            @ForAll long seed,
            @ForAll boolean sameApplicant) {
        int count = question.request().claims().size();
        if (count == 0) {
            return;
        }
        int paid = new Random(seed).nextInt(count);
        EarlierAwards awards = new EarlierAwards(Map.of(paid, new EarlierAward("earlier", 0, sameApplicant, false)));
        Answer without = recorded(question, Explain.FULL, EarlierAwards.EMPTY);
        Answer with = recorded(question, Explain.FULL, awards);
        assertThat(with.claims().get(paid).amount()).isEqualTo(Yuan.ZERO);
        if (sameApplicant) {
            assertThat(with.claims().get(paid).status()).isEqualTo(Status.NOT_ELIGIBLE);
            assertThat(with.claims().get(paid).atStake()).isEqualTo(Yuan.ZERO);
        }
        assertThat(with.total().plus(without.claims().get(paid).amount())).isEqualTo(without.total());
        List<ClaimAnswer> others = new ArrayList<>(with.claims());
        others.set(paid, without.claims().get(paid));
        assertThat(others).isEqualTo(without.claims());
        assertThat(with.supports()).isEqualTo(without.supports());
    }

    @Property(tries = 300)
    void theAnswerAgreesWithItself(@ForAll(supplier = AskedRequests.class) AskedRequest question, @ForAll long seed) {
        Answer answer = recorded(question, Explain.FULL, someAwards(question, seed));
        assertThat(answer.total()).isEqualTo(sum(answer.claims().stream().map(ClaimAnswer::amount)));
        assertThat(answer.atStake()).isEqualTo(sum(answer.claims().stream().map(ClaimAnswer::atStake)));
        Map<String, Set<RuledItem>> waiting = new HashMap<>();
        for (ClaimAnswer claim : answer.claims()) {
            assertThat(claim.amount()).isEqualTo(sum(claim.items().stream().flatMap(item -> item.amount().stream())));
            claim.items().stream().flatMap(item -> item.atStake().stream()).forEach(one -> assertThat(one)
                    .isLessThanOrEqualTo(claim.atStake()));
            assertThat(claim.status())
                    .isEqualTo(
                            claim.items().stream().map(ItemAnswer::status).reduce(Status.NOT_ELIGIBLE, Status::best));
            claim.items().forEach(item -> isAsItsConditionsSay(item, claim.earlierAward()));
        }
        items(answer).forEach(item -> item.missing()
                .forEach(pointer ->
                        waiting.computeIfAbsent(pointer, any -> new HashSet<>()).add(item.item())));
        Map<String, Set<RuledItem>> asked = new HashMap<>();
        answer.questions().forEach(missing -> asked.put(missing.pointer(), new HashSet<>(missing.items())));
        assertThat(asked).isEqualTo(waiting);
    }

    private static void isAsItsConditionsSay(ItemAnswer item, Optional<EarlierAward> award) {
        List<ConditionAnswer> conditions = item.explanation().orElseThrow().conditions();
        boolean refers = item.item().outcome() == Outcome.REFER
                || award.isPresent()
                || conditions.stream()
                        .anyMatch(condition -> condition.seen().condition().equals(Observation.LARGEST_AMOUNT)
                                || condition.seen().repeats().isPresent());
        Status expected =
                switch (conditions.stream().map(ConditionAnswer::truth).reduce(Truth.TRUE, Truth::and)) {
                    case FALSE -> Status.NOT_ELIGIBLE;
                    case UNKNOWN -> Status.UNDETERMINED;
                    case TRUE -> refers ? Status.REFERRED : Status.ELIGIBLE;
                };
        assertThat(item.status()).isEqualTo(expected);
        assertThat(item.failed())
                .isEqualTo(
                        expected == Status.NOT_ELIGIBLE
                                ? conditions.stream()
                                        .filter(condition -> condition.truth() == Truth.FALSE)
                                        .map(ConditionAnswer::seen)
                                        .toList()
                                : List.of());
        assertThat(item.missing().isEmpty()).isEqualTo(expected != Status.UNDETERMINED);
    }

    @Property(tries = 200)
    void onceTheQuestionsAreAnsweredNothingIsUndetermined(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        Set<String> asked = new HashSet<>();
        recorded(question, Explain.SUMMARY, EarlierAwards.EMPTY)
                .questions()
                .forEach(missing -> asked.add(missing.pointer()));
        AskedRequest answered = question.with(request -> request.answering(asked));
        assertThat(items(recorded(answered, Explain.FULL, EarlierAwards.EMPTY)))
                .extracting(ItemAnswer::status)
                .doesNotContain(Status.UNDETERMINED);
    }

    @Property(tries = 300)
    void twoClaimsHaveOneTextExactlyWhereTheyAreForOneProject(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        Request request = question.read();
        List<GivenRequest.GivenClaim> claims = question.request().claims();
        for (int i = 0; i < claims.size(); i++) {
            for (int j = 0; j < i; j++) {
                Optional<String> one =
                        request.claimedProject(i).project().map(project -> ProjectText.of(project.canonical()));
                Optional<String> other =
                        request.claimedProject(j).project().map(project -> ProjectText.of(project.canonical()));
                assertThat(one.isPresent() && one.equals(other))
                        .isEqualTo(
                                claims.get(i).fact().isSameProject(claims.get(j).fact()));
            }
        }
    }

    @Property(tries = 200)
    void withoutItsTextsAnAnswerIsTheSameInEveryLanguageAndAllElseIsKept(
            @ForAll(supplier = AskedRequests.class) AskedRequest question, @ForAll Explain explain) throws IOException {
        Answer answer = question.answer(explain);
        String bare = text(AnswerWriter.bytesWithoutTexts(answer));
        for (Language language : Language.values()) {
            byte[] bytes = AnswerWriter.bytes(answer, language);
            assertThat(text(AnswerWriter.withoutTexts(bytes))).isEqualTo(bare);
            assertThat(bare).isEqualTo(text(JSON.writeValueAsBytes(withoutTexts(JSON.readTree(bytes)))));
        }
    }

    private static JsonNode withoutTexts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("title", "text", "calculation"));
        }
        node.forEach(EarlierAwardsPropertiesTest::withoutTexts);
        return node;
    }

    private static Answer recorded(AskedRequest question, Explain explain, EarlierAwards awards) {
        return question.ruleset().evaluate(question.read(), explain, awards);
    }

    /** An award for every third claim or so, of which half are the same applicant's; none for the claims that repeat one. */
    private static EarlierAwards someAwards(AskedRequest question, long seed) {
        Random random = new Random(seed);
        List<GivenRequest.GivenClaim> first =
                question.request().withoutRepeats().claims();
        Map<Integer, EarlierAward> awards = new HashMap<>();
        IntStream.range(0, question.request().claims().size())
                .filter(i -> first.contains(question.request().claims().get(i)) && random.nextInt(3) == 0)
                .forEach(i ->
                        awards.put(i, new EarlierAward("earlier " + i, i, random.nextBoolean(), random.nextBoolean())));
        return new EarlierAwards(awards);
    }

    private static List<ItemAnswer> items(Answer answer) {
        return Stream.concat(
                        answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream())
                .toList();
    }

    private static Yuan sum(Stream<Yuan> amounts) {
        return amounts.reduce(Yuan.ZERO, Yuan::plus);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
