package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Examples of a list of members: none, one for each combination of conditions that it meets, one of which something is
 * unknown, and as many of those that count as numbers in the rules ask for, one less and one more.
 */
final class MemberClasses {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(MemberClasses.class);
    private static final int MOST_TRIED = 2_000;
    private static final int MOST_EXAMPLES = 24;
    private static final List<Integer> FEW = List.of(2, 3, 4);

    private final Material material;
    private final Variable.OfField list;
    private final Situation situation;
    private final FactType type;
    private final Map<List<Map<String, Object>>, ValueClass> classes = new LinkedHashMap<>();

    MemberClasses(Material material, Variable.OfField list, Situation situation) {
        this.material = material;
        this.list = list;
        this.situation = situation;
        this.type = typeOf(material, list);
    }

    /** The type of the members, as the first rulebook that has the list declares it. */
    private static FactType typeOf(Material material, Variable.OfField list) {
        return material.portraits().stream()
                .flatMap(portrait -> portrait.vocabulary().members().stream())
                .filter(type -> list.read().field().members().equals(Optional.of(type.name())))
                .findFirst()
                .orElseThrow();
    }

    List<ValueClass> all() {
        if (list.read()
                .field()
                .range()
                .filter(range -> range.min().signum() > 0)
                .isEmpty()) {
            add(List.of());
        }
        for (Portrait portrait : material.portraits()) {
            Set<Operand.MemberAggregate> aggregates = aggregates(portrait);
            portrait.of(situation).ifPresent(facts -> aggregates.forEach(one -> add(one, portrait, facts)));
        }
        return List.copyOf(classes.values());
    }

    private Set<Operand.MemberAggregate> aggregates(Portrait portrait) {
        Set<Operand.MemberAggregate> found = new LinkedHashSet<>();
        material.tests().stream()
                .filter(test -> test.portrait().equals(portrait))
                .forEach(test -> found.addAll(test.expression().aggregates()));
        material.amounts().stream()
                .filter(amount -> amount.portrait().equals(portrait))
                .flatMap(amount -> amount.amount().sources().stream())
                .filter(Operand.MemberAggregate.class::isInstance)
                .forEach(source -> found.add((Operand.MemberAggregate) source));
        found.removeIf(one -> !new Variable.OfField(one.list()).equals(list));
        return found;
    }

    private void add(Operand.MemberAggregate aggregate, Portrait portrait, Facts facts) {
        Map<List<Truth>, Map<String, Object>> examples = new LinkedHashMap<>();
        for (Map<String, Object> member : members(aggregate, facts)) {
            if (examples.size() < MOST_EXAMPLES) {
                examples.putIfAbsent(truths(aggregate, member, portrait), member);
            }
        }
        examples.values().forEach(member -> add(List.of(member)));
        List<Truth> counts = Collections.nCopies(aggregate.conditions().size(), Truth.TRUE);
        Optional.ofNullable(examples.get(counts)).ifPresent(member -> {
            member.keySet().forEach(field -> add(List.of(without(member, field))));
            limits(aggregate).forEach(many -> add(Collections.nCopies(many, member)));
            others(aggregate, member).forEach(other -> add(List.of(other)));
            examples.values().forEach(other -> add(List.of(member, other)));
            others(aggregate, member).forEach(other -> add(List.of(member, other)));
        });
    }

    /** Combinations of the values that are worth trying. */
    private static List<Map<String, Object>> members(Operand.MemberAggregate aggregate, Facts facts) {
        List<Map<String, Object>> members = List.of(Map.of());
        for (Operand.FieldValue field : MemberValues.fields(aggregate)) {
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> member : members) {
                MemberValues.of(field, aggregate.conditions(), facts).stream()
                        .limit(1 + MOST_TRIED / members.size())
                        .forEach(value -> more.add(with(member, field, value)));
            }
            members = more;
        }
        return members;
    }

    private List<Truth> truths(Operand.MemberAggregate aggregate, Map<String, Object> member, Portrait portrait) {
        ValueClass one = new ValueClass.Members(List.of(member), new ValueClass.Listed(list.title()));
        Facts facts = portrait.of(situation.with(list, one)).orElseThrow();
        Fact fact = facts.members(aggregate.list()).get(0);
        return aggregate.conditions().stream()
                .map(Condition::expression)
                .map(condition -> facts.truth(condition, fact))
                .toList();
    }

    /** Counts of members at which a number in the rules is not reached, reached or passed, and a few for amounts. */
    private Set<Integer> limits(Operand.MemberAggregate aggregate) {
        Set<Integer> many = new TreeSet<>(FEW);
        for (BigDecimal number : numbers()) {
            many.addAll(List.of(number.intValue() - 1, number.intValue(), number.intValue() + 1));
        }
        many.removeIf(one -> one < 1 || one > aggregate.list().field().mostMembers());
        return many;
    }

    /** Members whose number is a number in the rules, or next to it. */
    private List<Map<String, Object>> others(Operand.MemberAggregate aggregate, Map<String, Object> member) {
        List<Map<String, Object>> others = new ArrayList<>();
        aggregate.of().ifPresent(of -> {
            BigDecimal step = BigDecimal.ONE.movePointLeft(of.field().decimals());
            for (BigDecimal number : numbers()) {
                for (BigDecimal near : List.of(number.subtract(step), number, number.add(step))) {
                    boolean possible = of.field()
                            .range()
                            .filter(range -> range.contains(near))
                            .isPresent();
                    if (possible && of.field().decimals() > 0) {
                        others.add(with(member, of, near.setScale(of.field().decimals())));
                    }
                }
            }
        });
        return others;
    }

    /** The numbers that aggregates of the list are compared with. */
    private List<BigDecimal> numbers() {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        for (RuleTest test : material.tests()) {
            if (test.countsMembers() && test.expression() instanceof Expression.Comparison comparison) {
                for (Operand side : List.of(comparison.left(), comparison.right())) {
                    if (side instanceof Operand.Literal literal && literal.value() instanceof BigDecimal number) {
                        numbers.add(number);
                    } else if (side instanceof Operand.Literal literal && literal.value() instanceof Integer number) {
                        numbers.add(BigDecimal.valueOf(number));
                    } else if (side instanceof Operand.WeightedSum sum) {
                        numbers.add(sum.constant().abs());
                    }
                }
            }
        }
        numbers.removeIf(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE - 1L)) > 0);
        return List.copyOf(numbers);
    }

    private static Map<String, Object> with(Map<String, Object> member, Operand.FieldValue field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(member);
        more.put(field.field().name(), value);
        return more;
    }

    private static Map<String, Object> without(Map<String, Object> member, String field) {
        Map<String, Object> fewer = new LinkedHashMap<>(member);
        fewer.remove(field);
        return fewer;
    }

    private void add(List<Map<String, Object>> members) {
        classes.computeIfAbsent(members, one -> new ValueClass.Members(one, new ValueClass.Listed(words(one))));
    }

    private Text words(List<Map<String, Object>> members) {
        if (members.isEmpty()) {
            return TEXTS.text("noMember");
        }
        Text first = new Text(words(members.get(0), Language.EN), words(members.get(0), Language.ZH));
        return TEXTS.text("memberLike", members.size(), first);
    }

    private String words(Map<String, Object> member, Language language) {
        List<String> told = new ArrayList<>();
        member.forEach((name, value) -> type.field(name)
                .ifPresent(
                        field -> told.add(field.title().in(language) + " " + Formats.value(field, value, language))));
        return told.isEmpty() ? "?" : String.join(", ", told);
    }
}
