package io.subsidyrules.engine.question;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.random.GivenFact;
import io.subsidyrules.engine.random.RandomValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an unknown field could turn out to be: one value for all those that the rules do not tell apart. */
final class PossibleValues {

    private final RuleBook book;
    private final RandomValues values;

    PossibleValues(RuleBook book) {
        this.book = book;
        this.values = new RandomValues(book);
    }

    /** A value, and how likely it is that the field has it or one that is as good. */
    record Chance(Object value, double probability) {}

    /** Of a choice every constant is as likely as any other, of a text, number or date every class of values. */
    List<Chance> of(FactType type, Field field, LocalDate asOf) {
        Map<List<Object>, List<Object>> classes = new LinkedHashMap<>();
        List<Object> all = all(type, field, asOf);
        for (Object value : all) {
            classes.computeIfAbsent(seenAs(type, field, value, asOf), any -> new ArrayList<>())
                    .add(value);
        }
        boolean choice =
                switch (field.type()) {
                    case CONSTANT, BOOLEAN -> true;
                    case TEXT, INTEGER, DECIMAL, DATE, MEMBERS -> false;
                };
        return classes.values().stream()
                .map(like -> new Chance(like.get(0), choice ? (double) like.size() / all.size() : 1.0 / classes.size()))
                .toList();
    }

    private List<Object> all(FactType type, Field field, LocalDate asOf) {
        return values.of(type, field)
                .orElseThrow()
                .allValues()
                .orElseThrow()
                .map(value -> value.on(asOf))
                .distinct()
                .toList();
    }

    /** What the rules make of the value; equal for values that no rule tells apart. */
    private List<Object> seenAs(FactType type, Field field, Object value, LocalDate asOf) {
        Operand.FieldValue read = new Operand.FieldValue(type, field);
        Fact fact =
                new GivenFact(type, List.of(new GivenFact.Given(field, value, GivenFact.Telling.TOLD))).fact("", asOf);
        List<Object> seen = new ArrayList<>();
        for (Rule rule : book.rules()) {
            for (Condition condition : rule.conditions()) {
                if (condition.reads().equals(List.of(read))) {
                    seen.add(new Facts(fact, fact).truth(condition.expression()));
                } else if (condition.reads().contains(read)) {
                    seen.add(value);
                }
            }
            if (rule.amount().orElse(null) instanceof Amount.Share share
                    && share.source().equals(read)) {
                seen.add(share.of((BigDecimal) value).equals(share.ceiling()));
            }
        }
        return seen;
    }
}
