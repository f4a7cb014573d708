package io.subsidyrules.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.GivenRequest;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is so of every answer, whatever was asked. */
class AnswerPropertiesTest {

    @Property(tries = 500)
    void aTotalIsTheSumOfTheClaimsAndAClaimTheSumOfItsEligibleAwards(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        Answer answer = question.answer(Explain.FULL);
        assertThat(answer.total()).isEqualTo(sum(answer.claims().stream().map(ClaimAnswer::amount)));
        assertThat(answer.atStake()).isEqualTo(sum(answer.claims().stream().map(ClaimAnswer::atStake)));
        for (ClaimAnswer claim : answer.claims()) {
            assertThat(claim.amount())
                    .isEqualTo(sum(claim.items().stream()
                            .filter(item -> item.status() == Status.ELIGIBLE
                                    && item.item().outcome() == Outcome.AWARD)
                            .map(item -> item.amount().orElseThrow())));
        }
    }

    @Property(tries = 500)
    void atStakeOfAClaimIsAllThatIsReferredAndEachOtherItemAtLeastAndAllItemsTogetherAtMost(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        for (ClaimAnswer claim : question.answer(Explain.FULL).claims()) {
            Yuan referred = sum(claim.items().stream()
                    .filter(item -> item.status() == Status.REFERRED)
                    .map(item -> item.atStake().orElseThrow()));
            List<Yuan> open = claim.items().stream()
                    .flatMap(item -> item.atStake().stream())
                    .toList();
            assertThat(claim.atStake()).isBetween(referred, sum(open.stream()));
            assertThat(open).allSatisfy(one -> assertThat(one).isLessThanOrEqualTo(claim.atStake()));
        }
    }

    private static final List<Total> NOTHING = List.of(new Total(Currency.CNY, Yuan.ZERO, Yuan.ZERO));

    private static Yuan sum(Stream<Yuan> amounts) {
        return amounts.reduce(Yuan.ZERO, Yuan::plus);
    }

    @Property(tries = 300)
    void renamingTheClaimsChangesNothingElseInTheAnswer(
            @ForAll(supplier = AskedRequests.class) AskedRequest question,
            @ForAll Explain explain,
            @ForAll Language language) {
        byte[] renamed = question.with(request -> request.renamed(AnswerPropertiesTest::renamed))
                .bytes(explain, language);
        String expected = new String(question.bytes(explain, language), StandardCharsets.UTF_8);
        for (GivenRequest.GivenClaim claim : question.request().claims()) {
            expected = expected.replace(claim.id(), renamed(claim.id()));
        }
        assertThat(renamed).asString(StandardCharsets.UTF_8).isEqualTo(expected);
    }

    private static String renamed(String id) {
        return id.replace("[", "<again ").replace("]", ">");
    }

    @Property(tries = 300)
    void withoutLookAlikesTheOrderOfTheClaimsChangesOnlyTheOrder(
            @ForAll(supplier = AskedRequests.class) AskedRequest random, @ForAll long seed) {
        AskedRequest question = random.with(GivenRequest::withoutLookAlikes);
        List<GivenRequest.GivenClaim> shuffled =
                new ArrayList<>(question.request().claims());
        Collections.shuffle(shuffled, new Random(seed));
        Answer first = question.answer(Explain.FULL);
        Answer other = question.with(request -> request.withClaims(shuffled)).answer(Explain.FULL);
        assertThat(other.claims().stream().map(ClaimAnswer::id))
                .containsExactlyElementsOf(
                        shuffled.stream().map(GivenRequest.GivenClaim::id).toList());
        assertThat(claimsById(other)).isEqualTo(claimsById(first));
        assertThat(withoutClaims(other)).isEqualTo(withoutClaims(first));
    }

    @Property(tries = 300)
    void aRepeatGivesNothingAndWithoutItAllElseIsTheSame(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        Answer without = question.with(GivenRequest::withoutRepeats).answer(Explain.FULL);
        Answer answer = question.answer(Explain.FULL);
        Map<String, String> first = claimsById(answer);
        first.keySet().retainAll(claimsById(without).keySet());
        assertThat(first).isEqualTo(claimsById(without));
        assertThat(withoutClaims(answer)).isEqualTo(withoutClaims(without));
        answer.claims().stream().filter(claim -> !first.containsKey(claim.id())).forEach(repeat -> {
            assertThat(repeat.status()).isEqualTo(Status.NOT_ELIGIBLE);
            assertThat(repeat.items()).allSatisfy(item -> assertThat(item.failed())
                    .singleElement()
                    .extracting(Observation::repeats)
                    .isNotEqualTo(Optional.empty()));
        });
    }

    /** Each claim as the answer writes it, without its position in the request. */
    private static Map<String, String> claimsById(Answer answer) {
        Map<String, String> claims = new HashMap<>();
        answer.claims()
                .forEach(claim -> claims.put(
                        claim.id(),
                        text(new Answer(
                                        answer.asOf(),
                                        "",
                                        Optional.empty(),
                                        NOTHING,
                                        List.of(),
                                        List.of(claim),
                                        List.of()))
                                .replaceAll("\"/claims/[0-9]+/", "\"/claims/-/")));
        return claims;
    }

    /** The answer without its claims and without the questions, which point to them. */
    private static String withoutClaims(Answer answer) {
        return text(new Answer(
                answer.asOf(),
                answer.ruleset(),
                answer.earlierAwards(),
                answer.totals(),
                List.of(),
                List.of(),
                answer.supports()));
    }

    private static String text(Answer answer) {
        return new String(AnswerWriter.bytes(answer, Language.EN), StandardCharsets.UTF_8);
    }

    @Property(tries = 300)
    void aSummaryLeavesOutOnlyWhatIsNotEligible(@ForAll(supplier = AskedRequests.class) AskedRequest question) {
        Answer full = question.answer(Explain.FULL);
        List<ClaimAnswer> shortened = full.claims().stream()
                .map(claim -> new ClaimAnswer(
                        claim.id(),
                        claim.type(),
                        claim.status(),
                        claim.currency(),
                        claim.amount(),
                        claim.atStake(),
                        claim.earlierAward(),
                        claim.lookAlikeOf(),
                        claim.status() == Status.NOT_ELIGIBLE ? unexplained(claim.items()) : notRefused(claim.items())))
                .toList();
        assertThat(question.answer(Explain.SUMMARY))
                .isEqualTo(new Answer(
                        full.asOf(),
                        full.ruleset(),
                        full.earlierAwards(),
                        full.totals(),
                        full.questions(),
                        shortened,
                        notRefused(full.supports())));
    }

    private static List<ItemAnswer> notRefused(List<ItemAnswer> items) {
        return items.stream()
                .filter(item -> item.status() != Status.NOT_ELIGIBLE)
                .map(ItemAnswer::unexplained)
                .toList();
    }

    private static List<ItemAnswer> unexplained(List<ItemAnswer> items) {
        return items.stream().map(ItemAnswer::unexplained).toList();
    }

    @Property(tries = 15)
    void theSameRequestGetsTheSameBytesFromAnyThreadAtAnyTime(@ForAll("manyQuestions") List<AskedRequest> questions)
            throws Exception {
        Function<AskedRequest, String> asked =
                question -> new String(question.bytes(Explain.FULL, Language.ZH), StandardCharsets.UTF_8);
        List<String> first = questions.stream().map(asked).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<String>> again = () -> questions.stream().map(asked).toList();
            for (Future<List<String>> answers : threads.invokeAll(Collections.nCopies(8, again))) {
                assertThat(answers.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Provide
    Arbitrary<List<AskedRequest>> manyQuestions() {
        return new AskedRequests().get().list().ofSize(20);
    }
}
