package io.subsidyrules.engine.limit;

import static io.subsidyrules.engine.limit.LimitedAnswer.product;
import static io.subsidyrules.engine.limit.LimitedAnswer.products;
import static io.subsidyrules.engine.limit.LimitedAnswer.recorded;
import static io.subsidyrules.engine.limit.LimitedAnswer.request;
import static io.subsidyrules.engine.limit.LimitedAnswer.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Properties of limits over random claims and recorded awards. */
class LimitPropertiesTest {

    private static final String ALL = "$awards : Awards( clause == \"1.1\", year == asOf.year )";
    private static final String BY_KIND = "$awards : Awards( clause == \"1.1\", year == asOf.year, same( kind ) )";
    private static final Yuan CEILING = Yuan.of("1000");

    private static final Ruleset SUM = products(ALL, "limit( $awards, yuan( 1_000 ) );");
    private static final Ruleset OR_NOTHING = products(ALL, "limit( $awards, yuan( 1_000 ) ).orNothing();");
    private static final Ruleset COUNT = products(BY_KIND, "limit( $awards, awards( 2 ) );");
    private static final Ruleset HIGHEST = products(BY_KIND, "limit( $awards, highest() );");
    private static final Ruleset TOPPING_UP = products(BY_KIND, "limit( $awards, highest() ).toppingUp();");
    private static final Ruleset SEVERAL =
            products(ALL, "limit( $awards, yuan( 1_000 ) );", BY_KIND, "limit( $awards, awards( 2 ) );");
    private static final List<Ruleset> EACH = List.of(SUM, OR_NOTHING, COUNT, HIGHEST, TOPPING_UP, SEVERAL);
    private static final List<Ruleset> BOUNDED = List.of(SUM, OR_NOTHING, SEVERAL);
    private static final List<Ruleset> MONOTONE = List.of(SUM, COUNT, HIGHEST, TOPPING_UP);

    /** A product that is new, is not, or of which it is not known. */
    private record Claimed(int kind, int price, int fresh) {

        static Claimed of(int number) {
            return new Claimed(number % 2, number / 2 % 12 * 50 + 50, number / 24 % 3);
        }

        String json(int index) {
            String id = "c" + index;
            String sent = fresh == 2 ? unknown(id, "k" + kind, "" + price) : product(id, "k" + kind, "" + price);
            return fresh == 1 ? sent.replace("\"fresh\":true", "\"fresh\":false") : sent;
        }

        Claimed known() {
            return new Claimed(kind, price, fresh == 2 ? 0 : fresh);
        }
    }

    private static List<Claimed> claims(List<Integer> numbers) {
        return numbers.stream().map(Claimed::of).toList();
    }

    private static Answer answer(Ruleset ruleset, List<Claimed> claims, int before) {
        return answer(ruleset, claims, before, Explain.FULL);
    }

    private static Answer answer(Ruleset ruleset, List<Claimed> claims, int before, Explain explain) {
        List<String> sent = new ArrayList<>();
        for (Claimed claim : claims) {
            sent.add(claim.json(sent.size()));
        }
        List<RecordedAward> awards =
                before == 0 ? List.of() : List.of(recorded("D1", "2021-02-01", "k0", before * 100 + ".00"));
        var request = request(ruleset, "2021-12-01", "", sent.toArray(String[]::new));
        return explain == Explain.CHANGES
                ? ruleset.evaluate(request, explain)
                : ruleset.evaluate(request, explain, new EarlierAwards(Map.of(), awards));
    }

    @Property(tries = 300)
    void noTotalAndNothingAtStakeEverPassesTheCeiling(
            @ForAll @Size(max = 9) List<@IntRange(max = 71) Integer> numbers, @ForAll @IntRange(max = 12) int before) {
        Yuan left = CEILING.above(Yuan.of(before * 100 + ".00"));
        for (Ruleset ruleset : BOUNDED) {
            Answer answer = answer(ruleset, claims(numbers), before);
            assertThat(answer.total().plus(answer.atStake())).isLessThanOrEqualTo(left);
            answer.questions()
                    .forEach(question -> assertThat(question.atStake()).isLessThanOrEqualTo(answer.atStake()));
        }
    }

    @Property(tries = 200)
    void amountsAndStatusesAgree(
            @ForAll @Size(max = 9) List<@IntRange(max = 71) Integer> numbers, @ForAll @IntRange(max = 12) int before) {
        List<Claimed> claims = claims(numbers);
        for (Ruleset ruleset : EACH) {
            Answer answer = answer(ruleset, claims, before);
            Yuan total = Yuan.ZERO;
            Yuan atStake = Yuan.ZERO;
            for (int i = 0; i < claims.size(); i++) {
                ClaimAnswer claim = answer.claims().get(i);
                total = total.plus(claim.amount());
                atStake = atStake.plus(claim.atStake());
                assertThat(claim.amount().plus(claim.atStake()))
                        .isLessThanOrEqualTo(Yuan.of(claims.get(i).price() + ".00"));
                assertThat(claim.status() == Status.ELIGIBLE)
                        .isEqualTo(!claim.amount().isZero());
                claim.items().forEach(item -> assertThat(item.failed().isEmpty())
                        .isEqualTo(item.status() != Status.NOT_ELIGIBLE));
            }
            assertThat(answer.total()).isEqualTo(total);
            assertThat(answer.atStake()).isEqualTo(atStake);
        }
    }

    @Property(tries = 200)
    void knowingMoreNeverTakesFromWhatIsDecidedAndGivesAtMostWhatWasAtStake(
            @ForAll @Size(max = 9) List<@IntRange(max = 71) Integer> numbers, @ForAll @IntRange(max = 12) int before) {
        List<Claimed> claims = claims(numbers);
        for (Ruleset ruleset : MONOTONE) {
            Answer less = answer(ruleset, claims, before);
            Answer more = answer(ruleset, claims.stream().map(Claimed::known).toList(), before);
            assertThat(more.total()).isGreaterThanOrEqualTo(less.total());
            assertThat(more.total()).isEqualTo(less.total().plus(less.atStake()));
        }
    }

    @Property(tries = 100)
    void theOrderOfClaimsChangesNoTotal(
            @ForAll @Size(max = 9) List<@IntRange(max = 71) Integer> numbers, @ForAll long seed) {
        List<Claimed> claims = claims(numbers);
        List<Claimed> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, new Random(seed));
        for (Ruleset ruleset : MONOTONE) {
            assertThat(answer(ruleset, shuffled, 3).total())
                    .isEqualTo(answer(ruleset, claims, 3).total());
        }
    }

    @Property(tries = 100)
    void aChangeThatIsToldFlipsTheOutcomeAndGainsWhatItSays(
            @ForAll @Size(max = 7) List<@IntRange(max = 71) Integer> numbers) {
        List<Claimed> claims = claims(numbers);
        for (Ruleset ruleset : EACH) {
            Answer answer = answer(ruleset, claims, 0, Explain.CHANGES);
            for (int i = 0; i < claims.size(); i++) {
                var explanation =
                        answer.claims().get(i).items().get(0).explanation().orElseThrow();
                if (!explanation.changes().orElse(List.of()).isEmpty()) {
                    List<Claimed> changed = new ArrayList<>(claims);
                    changed.set(
                            i, new Claimed(claims.get(i).kind(), claims.get(i).price(), 0));
                    Answer after = answer(ruleset, changed, 0);
                    assertThat(after.claims().get(i).status()).isEqualTo(Status.ELIGIBLE);
                    Yuan gain = explanation.changes().orElseThrow().get(0).gain();
                    assertThat(gain).isEqualTo(after.claims().get(i).amount());
                }
            }
        }
    }
}
