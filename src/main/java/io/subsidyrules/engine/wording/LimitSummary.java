package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a limit as a short text for people who read no rules: at most how much, when, of which awards. */
public final class LimitSummary {

    private final RuleBook book;
    private final Limit limit;
    private final Language language;

    private LimitSummary(RuleBook book, Limit limit, Language language) {
        this.book = book;
        this.limit = limit;
        this.language = language;
    }

    /** The limit in one sentence, without a full stop: at most 1,000,000.00 yuan a year for what clause 1.1 gives. */
    public static Text of(RuleBook book, Limit limit) {
        return Wording.inBoth(language -> new LimitSummary(book, limit, language).sentence());
    }

    private String sentence() {
        String most = limit.ceiling().match(new Ceiling.Cases<String>() {
            @Override
            public String sum(Ceiling.Sum sum) {
                String nothing =
                        sum.orNothing() ? pick(", or nothing of what does not fit in whole", "，不足以全额给予的不予奖补") : "";
                return pick("at most %1$s%2$s for %3$s%4$s", "%3$s，%4$s%2$s最多%1$s")
                                .formatted(number(sum.yuan(), true), time(), gives(), apart())
                        + nothing;
            }

            @Override
            public String count(Ceiling.Count count) {
                return pick("at most %1$s%2$s for %3$s%4$s", "%3$s，%4$s%2$s最多奖补%1$s")
                        .formatted(number(count.awards(), false), time(), gives(), apart());
            }

            @Override
            public String highest(Ceiling.Highest highest) {
                String less = highest.toppingUp() ? pick(", less what was given before", "，此前已给予的予以扣除（补差）") : "";
                return pick("of several awards%1$s, only the highest, for %2$s%3$s", "%2$s，%3$s%1$s多项奖补就高不重复")
                                .formatted(time(), gives(), apart())
                        + less;
            }
        });
        return most + asked();
    }

    private String number(Ceiling.Bound number, boolean money) {
        if (number instanceof Ceiling.OfField field) {
            String title = say(field.field().field().title());
            return money
                    ? pick("the %s", "%s").formatted(title)
                    : pick("as many awards as the %s", "%s项").formatted(title);
        }
        BigDecimal value = ((Ceiling.Fixed) number).value();
        if (money) {
            return Formats.money(new Yuan(value), book.currency(limit.policy()), language);
        }
        String count = value.toBigInteger().toString();
        return pick(count.equals("1") ? "one award" : count + " awards", count + "项");
    }

    private String time() {
        AwardChoice.Window window = limit.awards().window();
        if (window instanceof AwardChoice.InYear) {
            return pick(" a year", "每年");
        }
        return window instanceof AwardChoice.Within within
                ? pick(" within %s", "%s内").formatted(Formats.span(within.amount(), within.unit(), language))
                : "";
    }

    /** Those awards that it counts. */
    private String gives() {
        Map<AwardChoice.Member, List<String>> by = new TreeMap<>();
        limit.awards().by().forEach(chosen -> by.put(chosen.member(), chosen.values()));
        List<String> what = by.entrySet().stream()
                .map(chosen -> chosen(chosen.getKey(), chosen.getValue()))
                .toList();
        return what.isEmpty()
                ? pick("all that the policy gives", "本政策给予的奖补")
                : (isOfSeveral() ? severalGive() : pick("what %s gives", "%s给予的奖补"))
                        .formatted(String.join(pick(" of ", ""), reversed(what)));
    }

    /** The highest is one of several; otherwise they count together. */
    private String severalGive() {
        return limit.ceiling() instanceof Ceiling.Highest
                ? pick("what %s give", "%s给予的奖补")
                : pick("what %s give together", "%s给予的奖补合计");
    }

    private boolean isOfSeveral() {
        return limit.awards().by().stream().anyMatch(chosen -> chosen.values().size() > 1);
    }

    private List<String> reversed(List<String> what) {
        return language == Language.ZH
                ? what
                : Stream.iterate(what.size() - 1, i -> i >= 0, i -> i - 1)
                        .map(what::get)
                        .toList();
    }

    private String chosen(AwardChoice.Member member, List<String> values) {
        boolean places = member == AwardChoice.Member.CLAUSE || member == AwardChoice.Member.MEASURE;
        if (places && values.size() > 1 && language == Language.EN) {
            return (member == AwardChoice.Member.CLAUSE ? "clauses " : "measures ")
                    + Formats.listed(values, " and ", language);
        }
        List<String> named = values.stream()
                .map(value -> switch (member) {
                    case CLAUSE -> pick("clause %s", "条款%s").formatted(value);
                    case MEASURE -> pick("measure %s", "措施%s").formatted(value);
                    case POLICY ->
                        book.policy(value)
                                .map(Policy::title)
                                .map(this::say)
                                .map(title -> pick("“%s”", "《%s》").formatted(title))
                                .orElse(value);
                    case ITEM -> pick("“%s”", "“%s”").formatted(item(value));
                })
                .toList();
        return Formats.listed(named, pick(" and ", "和"), language);
    }

    private String item(String id) {
        return limit.awards().items().stream()
                .filter(item -> item.id().equals(id))
                .flatMap(item -> book.policy(item.policy()).stream())
                .flatMap(Policy::clauses)
                .flatMap(clause -> clause.items().stream())
                .filter(item -> item.id().equals(id))
                .map(item -> say(item.title()))
                .findFirst()
                .orElse(id);
    }

    /** The groups by which it counts. */
    private String apart() {
        Stream<String> same = limit.awards().same().stream()
                .map(key -> pick(", for each %s", "每个%s").formatted(say(title(key))));
        AwardChoice.Scope scope = limit.awards().scope();
        String whose = scope instanceof AwardChoice.OfGroup group
                ? pick(", for all applicants with the same %s together", "%s相同的所有申请主体合计")
                        .formatted(say(group.field().field().title()))
                : scope instanceof AwardChoice.OfProject
                        ? pick(", for each project, whoever has it", "同一项目（不论申请主体）")
                        : "";
        return Stream.concat(same, Stream.of(whose)).collect(Collectors.joining());
    }

    private Text title(String key) {
        return book.rules().stream()
                .filter(limit::counts)
                .map(Rule::claim)
                .flatMap(Optional::stream)
                .flatMap((FactType type) -> type.field(key).stream())
                .map(Field::title)
                .findFirst()
                .orElse(new Text(key, key));
    }

    private String asked() {
        return limit.conditions().isEmpty()
                ? ""
                : pick("; asked of the %s: %s", "；对%s的条件：%s")
                        .formatted(
                                say(book.vocabulary().applicant().title()),
                                limit.conditions().stream()
                                        .map(condition -> say(Wording.of(condition)))
                                        .collect(Collectors.joining(pick("; ", "；"))));
    }

    private String say(Text text) {
        return text.in(language);
    }

    private String pick(String en, String zh) {
        return language == Language.ZH ? zh : en;
    }
}
