package io.subsidyrules.notice;

import io.subsidyrules.dialect.lookup.Gaps;
import io.subsidyrules.dialect.lookup.KeyDomain;
import io.subsidyrules.dialect.lookup.ReachedKeys;
import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.wording.RowWording;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Clause;
import io.subsidyrules.policy.Item;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rates, periods, types of claims and titles that look wrong. */
final class RuleNotices {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RuleNotices.class);
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern QUOTED = Pattern.compile("[“”‘’\"「『]([^“”‘’\"「」『』]+)[“”‘’\"」』]");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

    /** More gaps of a table are not named. */
    private static final int MOST_GAPS = 3;

    /** The unit by which an item is given once to an applicant. */
    private static final String APPLICANT = "applicant";

    private final Ruleset ruleset;
    private final NoticeList notices = new NoticeList();

    private RuleNotices(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    static List<Notice> of(Ruleset ruleset) {
        RuleNotices found = new RuleNotices(ruleset);
        ruleset.items().forEach(found::item);
        found.types();
        found.tables();
        ruleset.book().policies().forEach(found::titles);
        return found.notices.all();
    }

    private void item(RuledItem item) {
        List<Rule> rules = item.rules();
        rules.forEach(this::percent);
        rules.stream().filter(this::isPaidOften).findFirst().ifPresent(this::perApplicant);
        for (int i = 1; i < rules.size(); i++) {
            gap(rules.get(i - 1), rules.get(i));
        }
    }

    private void percent(Rule rule) {
        rule.share()
                .map(Amount.Share::percent)
                .filter(percent -> percent.compareTo(BigDecimal.ONE) < 0)
                .ifPresent(percent -> notices.add(
                        rule.places().percent().orElse(rule.place()),
                        NoticeCode.PERCENT_BELOW_ONE,
                        percent.toPlainString(),
                        percent.movePointRight(2).stripTrailingZeros().toPlainString()));
    }

    /** Whether its unit is the applicant, and nothing keeps two claims of one applicant from being paid. */
    private boolean isPaidOften(Rule rule) {
        return rule.per().equals(APPLICANT)
                && rule.outcome() == Outcome.AWARD
                && ruleset.book().limits().stream().noneMatch(limit -> limit.counts(rule) && isOnce(limit, rule));
    }

    /** Whether a limit leaves to an applicant no more than the rule gives for one claim. */
    private static boolean isOnce(Limit limit, Rule rule) {
        boolean one = limit.ceiling().match(new Ceiling.Cases<Boolean>() {
            @Override
            public Boolean sum(Ceiling.Sum sum) {
                return !(sum.yuan() instanceof Ceiling.Fixed fixed)
                        || rule.amount()
                                .filter(amount ->
                                        fixed.value().compareTo(amount.ceiling().amount()) <= 0)
                                .isPresent();
            }

            @Override
            public Boolean count(Ceiling.Count count) {
                return count.awards() instanceof Ceiling.Fixed fixed
                        && fixed.value().compareTo(BigDecimal.ONE) == 0;
            }

            @Override
            public Boolean highest(Ceiling.Highest highest) {
                return true;
            }
        });
        return one && limit.awards().same().isEmpty();
    }

    private void perApplicant(Rule rule) {
        notices.add(
                rule.place(),
                NoticeCode.PER_APPLICANT,
                rule.item(),
                rule.claim().map(FactType::name).orElseThrow());
    }

    /** Whoever writes the last day of a year as the end means that day to be in force. */
    private void gap(Rule earlier, Rule later) {
        Period ended = earlier.period();
        LocalDate next = later.period().from();
        ended.until()
                .filter(until -> until.isBefore(next))
                .ifPresent(until -> notices.add(
                        earlier.places().expires().orElse(earlier.place()),
                        NoticeCode.PERIOD_GAP,
                        earlier.item(),
                        until.equals(next.minusDays(1))
                                ? TEXTS.text("onDay", until)
                                : TEXTS.text("fromDayToDay", until, next.minusDays(1)),
                        next));
    }

    /** Tables and lists that nothing reads, and values of keys for which a table has no row. */
    private void tables() {
        for (String path : ruleset.book().unused()) {
            notices.add(Place.startOf(path), NoticeCode.TABLE_UNUSED, path.substring(path.lastIndexOf('/') + 1));
        }
        Map<Operand.Lookup, Set<List<KeyDomain>>> lookups = new LinkedHashMap<>();
        for (Rule rule : ruleset.book().rules()) {
            for (Operand.Lookup lookup : ReadTables.of(rule)) {
                Set<List<KeyDomain>> reached = lookups.computeIfAbsent(lookup, first -> new LinkedHashSet<>());
                ReachedKeys.of(lookup, rule).map(keys -> expected(lookup, keys)).ifPresent(reached::add);
            }
        }
        for (Limit limit : ruleset.book().limits()) {
            for (Operand.Lookup lookup : ReadTables.of(limit)) {
                List<KeyDomain> all = lookup.keys().stream().map(KeyDomain::of).toList();
                lookups.computeIfAbsent(lookup, first -> new LinkedHashSet<>()).add(expected(lookup, all));
            }
        }
        lookups.forEach((lookup, reached) -> {
            headings(lookup);
            List<Gaps.Gap> gaps = reached.stream()
                    .flatMap(domains -> Gaps.of(lookup.table(), domains, MOST_GAPS).stream())
                    .distinct()
                    .limit(MOST_GAPS)
                    .toList();
            if (!gaps.isEmpty()) {
                notices.add(
                        lookup.table().head().place(),
                        NoticeCode.TABLE_GAP,
                        lookup.table().head().name(),
                        gaps(lookup, gaps));
            }
        });
    }

    /** Columns of one type that are named like none of their fields may have been meant for each other. */
    private void headings(Operand.Lookup lookup) {
        List<Integer> unnamed = IntStream.range(0, lookup.keys().size())
                .filter(key -> lookup.keys().get(key) instanceof Operand.FieldValue value
                        && !value.field().isCalled(lookup.table().head().keys().get(key)))
                .boxed()
                .toList();
        boolean mistakable = unnamed.stream().anyMatch(one -> unnamed.stream()
                .anyMatch(other -> !one.equals(other)
                        && lookup.keys()
                                .get(one)
                                .type()
                                .equals(lookup.keys().get(other).type())));
        if (mistakable) {
            notices.add(
                    lookup.table().head().place(),
                    NoticeCode.TABLE_HEADINGS,
                    lookup.table().head().name(),
                    new Text(columns(lookup, unnamed, Language.EN), columns(lookup, unnamed, Language.ZH)));
        }
    }

    private static String columns(Operand.Lookup lookup, List<Integer> keys, Language language) {
        return keys.stream()
                .map(key -> TEXTS.text(
                        "columnForKey",
                        language,
                        lookup.table().head().keys().get(key),
                        RowWording.key(lookup.keys().get(key), language)))
                .collect(Collectors.joining(TEXTS.text("semicolon", language)));
    }

    /** The values of the keys; the days before the first of a table are no gap, nor is a text that it does not name. */
    private static List<KeyDomain> expected(Operand.Lookup lookup, List<KeyDomain> reached) {
        return IntStream.range(0, reached.size())
                .mapToObj(key -> reached.get(key).inTable(lookup.table(), key))
                .toList();
    }

    private static Text gaps(Operand.Lookup lookup, List<Gaps.Gap> gaps) {
        return new Text(gaps(lookup, gaps, Language.EN), gaps(lookup, gaps, Language.ZH));
    }

    private static String gaps(Operand.Lookup lookup, List<Gaps.Gap> gaps, Language language) {
        return gaps.stream()
                .map(gap -> {
                    List<String> keys = new ArrayList<>();
                    for (int key = 0; key < gap.cells().size(); key++) {
                        Operand operand = lookup.keys().get(key);
                        keys.add(TEXTS.text(
                                "valuesOfKey",
                                language,
                                RowWording.key(operand, language),
                                RowWording.cell(operand, gap.cells().get(key), language)));
                    }
                    return String.join(TEXTS.text("comma", language), keys);
                })
                .collect(Collectors.joining(TEXTS.text("semicolon", language)));
    }

    private void types() {
        Set<FactType> decided =
                ruleset.items().stream().flatMap(item -> item.claim().stream()).collect(Collectors.toSet());
        for (FactType type : ruleset.book().vocabulary().claims()) {
            if (!decided.contains(type)) {
                notices.add(type.place(), NoticeCode.CLAIM_WITHOUT_RULE, type.name());
            }
            if (type.keys().isEmpty() && isPaidWithoutLimit(type)) {
                notices.add(type.place(), NoticeCode.CLAIM_WITHOUT_KEY, type.name());
            }
            title(type.title(), type.place());
            type.fields().forEach(this::field);
        }
        for (FactType type : ruleset.book().vocabulary().members()) {
            title(type.title(), type.place());
            type.fields().forEach(this::field);
        }
        ruleset.book().vocabulary().applicant().fields().forEach(this::field);
    }

    /** Whether a rule awards something for claims of a type that no limit counts. */
    private boolean isPaidWithoutLimit(FactType type) {
        return ruleset.book().rules().stream()
                .filter(rule -> rule.outcome() == Outcome.AWARD
                        && rule.claim().filter(type::equals).isPresent())
                .anyMatch(rule -> ruleset.book().limits().stream().noneMatch(limit -> limit.counts(rule)));
    }

    private void field(Field field) {
        title(field.title(), field.place());
        field.unit().ifPresent(unit -> unit.meant()
                .ifPresent(meant -> notices.add(
                        field.place(),
                        NoticeCode.UNIT_WITHOUT_WORDS,
                        unit.name(),
                        unit.decimals() == Field.FEN
                                ? "@unit( \"%s\" )".formatted(meant)
                                : "@unit( \"%s\", %d )".formatted(meant, unit.decimals()))));
    }

    private void titles(Policy policy) {
        title(policy.title(), policy.place());
        policy.clauses().forEach((Clause clause) -> {
            title(clause.title(), clause.place());
            clause.items().forEach((Item item) -> title(item.title(), item.place()));
        });
    }

    /**
     * A Chinese title may hold Latin letters, as IE4 and ISO, but not them alone; nor is an English one all Chinese.
     */
    private void title(Text title, Place place) {
        Stream.of(title.en(), title.zh())
                .map(QUOTED::matcher)
                .filter(Matcher::matches)
                .forEach(quoted -> notices.add(place, NoticeCode.TEXT_IN_QUOTES, quoted.group(), quoted.group(1)));
        if (!HAN.matcher(title.zh()).find()) {
            notices.add(place, NoticeCode.TEXT_IN_ANOTHER_LANGUAGE, title.zh(), TEXTS.text("chinese"), "zh");
        }
        if (!LATIN.matcher(title.en()).find()) {
            notices.add(place, NoticeCode.TEXT_IN_ANOTHER_LANGUAGE, title.en(), TEXTS.text("english"), "en");
        }
    }
}
