package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what limits made of an award. */
public final class LimitWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LimitWording.class);

    private final CoveredAward award;
    private final CoveredAward.Covering covering;
    private final Limit limit;
    private final LimitStep step;

    private LimitWording(CoveredAward award, CoveredAward.Covering covering) {
        this.award = award;
        this.covering = covering;
        this.limit = covering.limit().limit().limit();
        this.step =
                covering.step().orElseGet(() -> new LimitStep(covering.pool().usage(), award.whole(), award.granted()));
    }

    /** The condition of each limit that covers an award, with its truth, in the order in which they are applied. */
    public static List<ConditionAnswer> conditions(CoveredAward award) {
        return award.covering().stream()
                .map(one -> new LimitWording(award, one).condition())
                .toList();
    }

    /** The condition of the limit that refuses an award; empty if none does. */
    public static Optional<Observation> failed(CoveredAward award) {
        return award.refusing().map(one -> new LimitWording(award, one).seen());
    }

    /** How the amount of an award came about, given how its rule came to it; of an open one, what is at stake. */
    public static Text calculation(CoveredAward award, Text ofRule) {
        Text calculation = ofRule;
        for (CoveredAward.Covering one : award.covering()) {
            if (isCut(one)) {
                calculation = new LimitWording(award, one).calculation(calculation);
            }
        }
        return calculation;
    }

    /** Whether a limit leaves less of an award, or of what it has at stake, than its rule gives. */
    public static boolean isCut(CoveredAward award) {
        return award.covering().stream().anyMatch(LimitWording::isCut);
    }

    private static boolean isCut(CoveredAward.Covering covering) {
        return covering.known() && covering.step().filter(LimitStep::isCut).isPresent();
    }

    /** The condition that something is left of the limit. */
    private ConditionAnswer condition() {
        List<ConditionAnswer.Seen> others = reads().stream()
                .skip(1)
                .map(read ->
                        new ConditionAnswer.Seen(facts().pointerOf(read), Optional.ofNullable(facts().value(read))))
                .toList();
        ConditionAnswer condition = ConditionAnswer.of(truth(), seen(), others, Optional.of(limit.place()));
        return award.status() == Status.ELIGIBLE && isCut(covering) ? condition.cutting() : condition;
    }

    private Truth truth() {
        if (award.refusing().filter(one -> one == covering).isPresent()) {
            return Truth.FALSE;
        }
        boolean isUsedUp = isOpen() && step.isCut() && step.after().isZero();
        return !covering.known() || isUsedUp ? Truth.UNKNOWN : Truth.TRUE;
    }

    private boolean isOpen() {
        return award.status() == Status.UNDETERMINED || award.status() == Status.REFERRED;
    }

    /** The condition with what it saw. */
    private Observation seen() {
        List<Operand.FieldValue> reads = reads();
        Fact claim = award.facts().claim();
        Optional<User> by = truth() == Truth.FALSE ? step.usage().last() : Optional.empty();
        return new Observation(
                reads.isEmpty() ? claim.pointer() + "/id" : facts().pointerOf(reads.get(0)),
                limit.source(),
                text(),
                reads.isEmpty() ? Optional.of(award.claimId()) : Optional.ofNullable(facts().value(reads.get(0))),
                Optional.empty(),
                by.flatMap(User::decision),
                by.flatMap(User::claim));
    }

    private Facts facts() {
        return award.facts();
    }

    /** Its number, its conditions, what it counts apart by. */
    private List<Operand.FieldValue> reads() {
        Set<Operand.FieldValue> reads =
                new LinkedHashSet<>(limit.numberField().stream().toList());
        limit.conditions().forEach(condition -> reads.addAll(condition.reads()));
        Fact claim = award.facts().claim();
        covering.limit()
                .limit()
                .keys(claim.type())
                .forEach(key -> reads.add(new Operand.FieldValue(claim.type(), key)));
        return List.copyOf(reads);
    }

    /** How the amount came about, with what this limit left of it. */
    private Text calculation(Text before) {
        return TEXTS.text("calculation", before, text(), Formats.amount(step.after()));
    }

    /** The sentence, without a full stop. */
    private Text text() {
        if (!covering.known()) {
            return TEXTS.text("unknown", limit.clause());
        }
        return isOpen() && step.after().compareTo(leftByUsage()) < 0 ? TEXTS.text("othersFirst", usage()) : usage();
    }

    /** The amount that is left by what is used, as the sentence says it. What is at stake before can leave less. */
    private Yuan leftByUsage() {
        return limit.ceiling().match(new Ceiling.Cases<>() {
            @Override
            public Yuan sum(Ceiling.Sum sum) {
                return isMisfit(sum)
                        ? Yuan.ZERO
                        : step.before().atMost(most().above(step.usage().used()));
            }

            @Override
            public Yuan count(Ceiling.Count count) {
                return BigDecimal.valueOf(used().counted()).compareTo(number()) < 0 ? step.before() : Yuan.ZERO;
            }

            @Override
            public Yuan highest(Ceiling.Highest highest) {
                return step.before().above(step.usage().used());
            }
        });
    }

    private Text usage() {
        return limit.ceiling().match(new Ceiling.Cases<>() {
            @Override
            public Text sum(Ceiling.Sum sum) {
                return LimitWording.this.sum(sum);
            }

            @Override
            public Text count(Ceiling.Count count) {
                return usage(
                        "count.unused",
                        "count.used",
                        counted(number().toBigInteger(), "awards.one", "awards.many"),
                        counted(BigInteger.valueOf(used().counted()), "used.one", "used.many"));
            }

            @Override
            public Text highest(Ceiling.Highest highest) {
                return LimitWording.this.highest();
            }
        });
    }

    private BigDecimal number() {
        return covering.limit().number().orElseThrow();
    }

    private Yuan most() {
        return new Yuan(number().max(BigDecimal.ZERO));
    }

    private Text sum(Ceiling.Sum sum) {
        Text usage = usage(
                "sum.unused",
                "sum.used",
                Formats.amount(most()),
                Formats.amount(step.usage().used()));
        return isMisfit(sum) ? TEXTS.text("sum.misfit", usage, Formats.amount(step.before())) : usage;
    }

    /** Whether something is left, and not enough for the whole amount, which is refused for it. */
    private boolean isMisfit(Ceiling.Sum sum) {
        Yuan left = most().above(step.usage().used());
        return sum.orNothing() && step.after().isZero() && !left.isZero() && left.compareTo(step.before()) < 0;
    }

    /** The number in words for one, where it is one, and for several. */
    private static Text counted(BigInteger number, String one, String many) {
        return number.equals(BigInteger.ONE) ? TEXTS.text(one) : TEXTS.text(many, number);
    }

    /** The part that others use: of a claim with several items the awards are one, for which it has its place. */
    private Usage used() {
        return limit.ceiling() instanceof Ceiling.Count ? step.usage().withoutClaim(award.claimId()) : step.usage();
    }

    private Text usage(String unused, String nowUsed, Object most, Object used) {
        return used().last().isEmpty()
                ? TEXTS.text(unused, most, where(), limit.clause())
                : TEXTS.text(nowUsed, most, where(), limit.clause(), used, users());
    }

    private Text highest() {
        if (step.usage().last().isEmpty()) {
            return TEXTS.text(isOpen() ? "highest.none" : "highest.this", where(), limit.clause());
        }
        boolean recorded = step.usage().first().get(0).decision().isPresent();
        boolean decidedNow = step.usage().last().flatMap(User::claim).isPresent();
        return TEXTS.text(
                recorded ? decidedNow ? "highest.both" : "highest.recorded" : "highest.other",
                where(),
                limit.clause(),
                Formats.amount(step.usage().used()),
                users());
    }

    /** Those who use the limit; the first of them by name. */
    private Text users() {
        return both(language -> {
            String named = used().first().stream()
                    .map(user -> user.claim()
                            .orElseGet(() -> TEXTS.text(
                                    "decision", language, user.decision().orElseThrow())))
                    .collect(Collectors.joining(TEXTS.text("comma", language)));
            return used().others() == 0 ? named : TEXTS.text("andOthers", language, named, used().others());
        });
    }

    /** The days, the owner and the group that the limit is for, ready to be joined to what is before; may be empty. */
    private Object where() {
        List<Text> parts = new ArrayList<>();
        AwardChoice choice = limit.awards();
        if (choice.window() instanceof AwardChoice.InYear) {
            parts.add(TEXTS.text("inYear", String.valueOf(facts().asOf().getYear())));
        } else if (choice.window() instanceof AwardChoice.Within within) {
            parts.add(TEXTS.text("within", both(language -> Formats.span(within.amount(), within.unit(), language))));
        }
        if (choice.scope() instanceof AwardChoice.OfGroup group) {
            parts.add(TEXTS.text("ofGroup", group.field().field().title()));
        } else if (choice.scope() instanceof AwardChoice.OfProject) {
            parts.add(TEXTS.text("ofProject"));
        }
        Fact claim = award.facts().claim();
        for (Field key : covering.limit().limit().keys(claim.type())) {
            Object value = claim.value(key);
            if (choice.same().contains(key.name()) && value != null) {
                parts.add(TEXTS.text("same", key.title(), both(language -> Formats.value(value, language))));
            }
        }
        return parts.isEmpty()
                ? ""
                : both(language -> parts.stream().map(part -> part.in(language)).collect(Collectors.joining()));
    }

    private static Text both(Function<Language, String> words) {
        return new Text(words.apply(Language.EN), words.apply(Language.ZH));
    }
}
