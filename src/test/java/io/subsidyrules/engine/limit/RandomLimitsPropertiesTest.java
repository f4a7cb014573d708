package io.subsidyrules.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.Firing;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.GivenRequest;
import io.subsidyrules.engine.random.LimitedRequest;
import io.subsidyrules.engine.random.RandomAwards;
import io.subsidyrules.engine.random.WantedValues;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.rule.EvaluableCondition;
import io.subsidyrules.engine.rule.EvaluableRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Limits and conditions on earlier awards over random rules, against a second and simpler reading of the limits. */
class RandomLimitsPropertiesTest {

    /** What a limit counts together: of one group the claims of the request, and what is recorded. */
    private record Group(List<ClaimAnswer> claims, List<RecordedAward> recorded) {

        static Group empty() {
            return new Group(new ArrayList<>(), new ArrayList<>());
        }

        BigDecimal recordedYuan() {
            return recorded.stream().map(award -> award.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        long recordedClaims() {
            return recorded.stream()
                    .map(award -> List.of(award.decision(), award.claim()))
                    .distinct()
                    .count();
        }
    }

    /** A limit that applies to a request, with its number and its groups. */
    private record Applied(Limit limit, BigDecimal number, Map<String, Group> groups) {

        Stream<ItemAnswer> awarded(ClaimAnswer claim) {
            return claim.items().stream().filter(this::covers).filter(item -> item.amount()
                    .filter(amount -> !amount.isZero())
                    .isPresent());
        }

        boolean covers(ItemAnswer item) {
            return limit.awards()
                    .items()
                    .contains(new AwardChoice.Item(
                            item.item().policy(), item.item().id()));
        }

        BigDecimal yuan(Group group) {
            return group.claims().stream()
                    .flatMap(this::awarded)
                    .map(item -> item.amount().orElseThrow().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** The limits that surely apply, read from the model; those of which something is not known are left out. */
    private static List<Applied> applied(LimitedRequest limited, Answer answer) {
        Request request = limited.question().read();
        List<Applied> all = new ArrayList<>();
        for (Limit limit : limited.limits()) {
            Facts facts = new Facts(request.applicant(), request.applicant());
            boolean applies = limit.period().contains(request.asOf())
                    && limit.awards().items().stream().anyMatch(item -> request.asksFor(item.policy()))
                    && limit.conditions().stream()
                            .allMatch(condition -> facts.truth(condition.expression()) == Truth.TRUE);
            Optional<BigDecimal> number = number(limit, facts);
            if (applies && number.isPresent()) {
                groups(limit, request, answer, limited.recorded())
                        .ifPresent(groups -> all.add(new Applied(limit, number.get(), groups)));
            }
        }
        return all;
    }

    private static Optional<BigDecimal> number(Limit limit, Facts facts) {
        if (limit.ceiling() instanceof Ceiling.Highest) {
            return Optional.of(BigDecimal.ZERO);
        }
        Ceiling.Bound bound = limit.ceiling().number().orElseThrow();
        return bound instanceof Ceiling.Fixed fixed
                ? Optional.of(fixed.value())
                : Optional.ofNullable(facts.value(((Ceiling.OfField) bound).field()))
                        .map(value -> new BigDecimal(value.toString()));
    }

    /** Empty where it is not known whose awards are counted, or to which group a claim belongs. */
    private static Optional<Map<String, Group>> groups(
            Limit limit, Request request, Answer answer, List<RecordedAward> recorded) {
        AwardChoice choice = limit.awards();
        Map<String, Group> groups = new HashMap<>();
        Optional<Object> owner = Optional.empty();
        if (!(choice.scope() instanceof AwardChoice.OfProject)) {
            owner = owner(choice, request.applicant());
            if (owner.isEmpty()) {
                return Optional.empty();
            }
        }
        for (int i = 0; i < answer.claims().size(); i++) {
            Map<String, Object> keys = new TreeMap<>();
            Fact claim = request.claims().get(i).fact();
            for (Field key : claim.type().keys()) {
                if (isApart(choice, key.name())) {
                    Object value = claim.value(key);
                    if (value == null) {
                        return Optional.empty();
                    }
                    keys.put(key.name(), stated(value));
                }
            }
            groups.computeIfAbsent(keys.toString(), any -> Group.empty())
                    .claims()
                    .add(answer.claims().get(i));
        }
        for (RecordedAward award : recorded) {
            if (choice.items().contains(new AwardChoice.Item(award.policy(), award.item()))
                    && choice.window().contains(award.decidedOn(), request.asOf())
                    && owner.map(own -> own.equals(owner(choice, award))).orElse(true)) {
                Map<String, Object> keys = new TreeMap<>();
                award.keys().forEach((name, value) -> {
                    if (isApart(choice, name)) {
                        keys.put(name, stated(value));
                    }
                });
                groups.computeIfAbsent(keys.toString(), any -> Group.empty())
                        .recorded()
                        .add(award);
            }
        }
        return Optional.of(groups);
    }

    private static boolean isApart(AwardChoice choice, String key) {
        return choice.scope() instanceof AwardChoice.OfProject || choice.same().contains(key);
    }

    private static Optional<Object> owner(AwardChoice choice, Fact applicant) {
        Field field = choice.scope() instanceof AwardChoice.OfGroup group
                ? group.field().field()
                : applicant.type().field("id").orElseThrow();
        return Optional.ofNullable(applicant.value(field)).map(RandomLimitsPropertiesTest::stated);
    }

    private static Object owner(AwardChoice choice, RecordedAward award) {
        return choice.scope() instanceof AwardChoice.OfGroup group
                ? stated(Objects.requireNonNull(
                        award.groups().get(group.field().field().name())))
                : stated(award.applicant());
    }

    private static Object stated(Object value) {
        return Values.canonical(value instanceof Constant constant ? constant.name() : value);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void aRuleFiresExactlyWhereItsConditionsOnEarlierAwardsAreTrueToo(
            @ForAll(supplier = RandomAwards.class) List<LimitedRequest> all) {
        all.forEach(RandomLimitsPropertiesTest::assertFiresWhereTrue);
    }

    private static void assertFiresWhereTrue(LimitedRequest limited) {
        Request request = limited.question().read();
        Firing.of(limited.question().ruleset(), request, limited.awards());
        List<Fact> targets = new ArrayList<>(List.of(request.applicant()));
        request.claims().forEach(claim -> targets.add(claim.fact()));
        for (Rule rule : limited.question().ruleset().book().rules()) {
            for (Fact target : targets) {
                Facts facts = new Facts(request.applicant(), target);
                boolean holds = rule.claim().orElse(request.applicant().type()).equals(target.type())
                        && new EvaluableRule(rule, EvaluableCondition::of).truth(facts) == Truth.TRUE;
                assertThat(target.hasFired(rule)).as(rule.name()).isEqualTo(holds);
            }
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void noLimitIsEverPassed(@ForAll(supplier = RandomAwards.class) List<LimitedRequest> all) {
        all.forEach(RandomLimitsPropertiesTest::assertWithinLimits);
    }

    private static void assertWithinLimits(LimitedRequest limited) {
        Answer answer = limited.answer(Explain.FULL);
        for (Applied applied : applied(limited, answer)) {
            applied.groups().values().forEach(group -> {
                long awards = group.claims().stream()
                        .filter(claim -> applied.awarded(claim).findAny().isPresent())
                        .count();
                if (applied.limit().ceiling() instanceof Ceiling.Sum) {
                    BigDecimal left =
                            applied.number().subtract(group.recordedYuan()).max(BigDecimal.ZERO);
                    assertThat(applied.yuan(group)).isLessThanOrEqualTo(left);
                } else if (applied.limit().ceiling() instanceof Ceiling.Count) {
                    assertThat(awards)
                            .isLessThanOrEqualTo(Math.max(0, applied.number().longValue() - group.recordedClaims()));
                } else if (applied.limit().ceiling() instanceof Ceiling.Highest highest) {
                    assertThat(group.claims().stream().flatMap(applied::awarded).count())
                            .isLessThanOrEqualTo(
                                    highest.toppingUp() || group.recorded().isEmpty() ? 1 : 0);
                }
            });
        }
    }

    /** With what is at stake too, where the limit covers all that a claim can be awarded. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void whatIsAtStakeNeverPassesASum(@ForAll(supplier = RandomAwards.class) List<LimitedRequest> all) {
        all.forEach(RandomLimitsPropertiesTest::assertStakeWithinSums);
    }

    private static void assertStakeWithinSums(LimitedRequest limited) {
        Answer answer = limited.answer(Explain.FULL);
        for (Applied applied : applied(limited, answer)) {
            boolean whole = answer.claims().stream()
                    .flatMap(claim -> claim.items().stream())
                    .allMatch(item -> applied.covers(item)
                            || item.item().rules().get(0).amount().isEmpty());
            if (whole && applied.limit().ceiling() instanceof Ceiling.Sum) {
                applied.groups().values().forEach(group -> {
                    BigDecimal most = group.claims().stream()
                            .map(claim -> claim.amount().plus(claim.atStake()).amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(most)
                            .isLessThanOrEqualTo(applied.number()
                                    .subtract(group.recordedYuan())
                                    .max(BigDecimal.ZERO));
                });
            }
        }
        answer.questions().forEach(question -> assertThat(question.atStake()).isLessThanOrEqualTo(answer.atStake()));
    }

    /** Where one limit alone applies, it leaves all that it may. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void aLimitTakesNoMoreThanItMust(@ForAll(supplier = RandomAwards.class) List<LimitedRequest> all) {
        all.forEach(RandomLimitsPropertiesTest::assertTakesNoMore);
    }

    private static void assertTakesNoMore(LimitedRequest limited) {
        if (limited.limits().size() > 1) {
            return;
        }
        Answer answer = limited.answer(Explain.FULL);
        Answer without = limited.unlimited().answer(Explain.FULL);
        for (Applied applied : applied(limited, without)) {
            Applied after = applied(limited, answer).get(0);
            applied.groups().forEach((key, group) -> {
                Group left = Objects.requireNonNull(after.groups().get(key));
                List<BigDecimal> amounts = group.claims().stream()
                        .flatMap(applied::awarded)
                        .map(item -> item.amount().orElseThrow().amount())
                        .toList();
                if (applied.limit().ceiling() instanceof Ceiling.Sum sum && !sum.orNothing()) {
                    assertThat(after.yuan(left))
                            .isEqualByComparingTo(applied.yuan(group)
                                    .min(applied.number()
                                            .subtract(group.recordedYuan())
                                            .max(BigDecimal.ZERO)));
                } else if (applied.limit().ceiling() instanceof Ceiling.Highest
                        && group.recorded().isEmpty()) {
                    assertThat(after.yuan(left))
                            .isEqualByComparingTo(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::max));
                }
            });
        }
    }

    /** Whether the only limit cuts sums, or takes the dearest: then the order of claims does not matter. */
    private static boolean isMonotone(LimitedRequest limited) {
        return limited.limits().size() == 1
                && !(limited.limits().get(0).ceiling() instanceof Ceiling.Sum sum && sum.orNothing());
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void theOrderOfClaimsMattersToNoTotalOfOneLimitThatCuts(
            @ForAll(supplier = RandomAwards.class) List<LimitedRequest> all, @ForAll long seed) {
        all.forEach(limited -> assertSameTotalInOrder(limited, seed));
    }

    private static void assertSameTotalInOrder(LimitedRequest random, long seed) {
        LimitedRequest limited = random.with(GivenRequest::withoutLookAlikes);
        if (!isMonotone(limited)) {
            return;
        }
        List<GivenRequest.GivenClaim> shuffled =
                new ArrayList<>(limited.question().request().claims());
        Collections.shuffle(shuffled, new Random(seed));
        Answer other = limited.with(request -> request.withClaims(shuffled)).answer(Explain.SUMMARY);
        Answer answer = limited.answer(Explain.SUMMARY);
        assertThat(other.total()).as("%s", limited).isEqualTo(answer.total());
        assertThat(other.atStake()).as("%s", limited).isEqualTo(answer.atStake());
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void knowingMoreTakesNothingAndGivesAtMostWhatWasAtStake(
            @ForAll(supplier = RandomAwards.class) List<LimitedRequest> all, @ForAll long seed) {
        all.forEach(limited -> assertKnowingMoreTakesNothing(limited, seed));
    }

    private static void assertKnowingMoreTakesNothing(LimitedRequest random, long seed) {
        LimitedRequest limited = random.with(GivenRequest::withoutLookAlikes);
        if (!isMonotone(limited)) {
            return;
        }
        Random told = new Random(seed);
        LimitedRequest more = limited.with(
                request -> request.telling((pointer, field) -> field.key() == Field.Key.NONE && told.nextBoolean()));
        Answer before = limited.answer(Explain.SUMMARY);
        Answer after = more.answer(Explain.SUMMARY);
        assertThat(after.total())
                .as("%s%nwith more: %s", limited, more.question().request())
                .isGreaterThanOrEqualTo(before.total());
        assertThat(after.total().plus(after.atStake()))
                .as("%s%nwith more: %s", limited, more.question().request())
                .isLessThanOrEqualTo(before.total().plus(before.atStake()));
    }

    /** Of rules without limits: these take from what would be awarded without the earlier ones. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void lookingUpAwardsChangesOnlyWhatIsUndetermined(@ForAll(supplier = RandomAwards.class) List<LimitedRequest> all) {
        all.forEach(RandomLimitsPropertiesTest::assertLookingUpKeepsWhatIsDetermined);
    }

    private static void assertLookingUpKeepsWhatIsDetermined(LimitedRequest random) {
        LimitedRequest limited = random.with(
                        request -> request.telling((pointer, field) -> field.key() != Field.Key.NONE))
                .with(GivenRequest::withoutLookAlikes)
                .unlimited();
        Map<List<String>, Status> before = statuses(limited.question().answer(Explain.FULL));
        Map<List<String>, Status> after = statuses(limited.answer(Explain.FULL));
        before.values().removeIf(status -> status == Status.UNDETERMINED);
        assertThat(after).containsAllEntriesOf(before);
    }

    private static Map<List<String>, Status> statuses(Answer answer) {
        Map<List<String>, Status> statuses = new HashMap<>();
        answer.supports().forEach(item -> statuses.put(List.of("-", item.item().id()), item.status()));
        answer.claims().forEach(claim -> claim.items()
                .forEach(item -> statuses.put(List.of(claim.id(), item.item().id()), item.status())));
        return statuses;
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void aChangeThatIsToldFlipsTheOutcomeUnderLimits(
            @ForAll(supplier = RandomAwards.class) List<LimitedRequest> all, @ForAll long seed) {
        all.forEach(limited -> assertChangesFlip(limited, seed));
    }

    private static void assertChangesFlip(LimitedRequest limited, long seed) {
        AskedRequest question = limited.question();
        WantedValues values =
                new WantedValues(new Random(seed), question.ruleset().book().vocabulary());
        Answer answer = question.answer(Explain.CHANGES);
        for (int i = 0; i < answer.claims().size(); i++) {
            for (ItemAnswer item : answer.claims().get(i).items()) {
                for (Change change : item.explanation().orElseThrow().changes().orElse(List.of())) {
                    AskedRequest changed = question;
                    for (Change.NewFact fact : change.fields()) {
                        Object value = values.of(fact);
                        changed = changed.with(request -> request.with(fact.pointer(), value));
                    }
                    Answer after = changed.answer(Explain.FULL);
                    ItemAnswer flipped = after.claims().get(i).items().stream()
                            .filter(other -> other.item().equals(item.item()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(flipped.status())
                            .as("%s: %s", item.item().id(), change)
                            .isEqualTo(change.status());
                }
            }
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void anAwardThatIsNotLookedUpIsNeverTakenForKnown(@ForAll(supplier = RandomAwards.class) List<LimitedRequest> all) {
        all.forEach(RandomLimitsPropertiesTest::assertUnknownWithoutLookingUp);
    }

    private static void assertUnknownWithoutLookingUp(LimitedRequest limited) {
        Request request = limited.question().read();
        Firing.of(limited.question().ruleset(), request, new EarlierAwards(Map.of()));
        for (Rule rule : limited.question().ruleset().book().rules()) {
            for (Condition condition : rule.conditions()) {
                if (condition.source().endsWith("Awards")) {
                    request.claims().forEach(claim -> assertThat(
                                    new Facts(request.applicant(), claim.fact()).truth(condition.expression()))
                            .isEqualTo(Truth.UNKNOWN));
                }
            }
        }
    }
}
