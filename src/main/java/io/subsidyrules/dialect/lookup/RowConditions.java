package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The conditions that the tables of an amount have a row: where one has none, nothing is given. */
public final class RowConditions {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RowConditions.class);

    /** Less than any number of a table. */
    private static final Operand LEAST = new Operand.Literal(ValueType.DECIMAL, new BigDecimal("-10000000000000"));

    private RowConditions() {}

    /**
     * One for each table that can have no row for its keys.
     *
     * @param place of the amount
     */
    public static List<Condition> of(Amount amount, Place place) {
        Set<Operand.Lookup> lookups =
                amount instanceof Amount.Composed composed ? ReadTables.of(composed.formula()) : Set.of();
        List<Condition> conditions = new ArrayList<>();
        for (Operand.Lookup lookup : lookups) {
            if (!lookup.complete()) {
                conditions.add(Condition.of(
                        new Expression.Comparison(lookup, Operator.GREATER_OR_EQUAL, LEAST),
                        "table( \"%s\" )".formatted(lookup.table().head().name()),
                        Optional.of(sentence(lookup)),
                        place));
            }
        }
        return conditions;
    }

    /** Whether a condition is one of these, which nobody wrote. */
    public static boolean isOne(Condition condition) {
        return condition.expression() instanceof Expression.Comparison comparison
                && comparison.right().equals(LEAST);
    }

    private static Text sentence(Operand.Lookup lookup) {
        Text title = lookup.table()
                .head()
                .title()
                .orElse(new Text(
                        lookup.table().head().name(), lookup.table().head().name()));
        List<Text> keys = new ArrayList<>();
        lookup.forEachSource(source -> title(source).ifPresent(keys::add));
        return keys.isEmpty()
                ? TEXTS.text("rowOnDay", title)
                : TEXTS.text(
                        "rowForKeys",
                        title,
                        new Text(
                                String.join(
                                        ", the ", keys.stream().map(Text::en).toList()),
                                String.join("、", keys.stream().map(Text::zh).toList())));
    }

    private static Optional<Text> title(Operand source) {
        if (source instanceof Operand.MemberAggregate aggregate) {
            Text members = aggregate.list().field().title();
            Text of = aggregate.of().map(field -> field.field().title()).orElse(members);
            return Optional.of(
                    switch (aggregate.function()) {
                        case COUNT -> TEXTS.text("countOfMembers", members);
                        case SUM -> TEXTS.text("sumOfMembers", of, members);
                        case MIN -> TEXTS.text("leastOfMembers", of, members);
                        case MAX -> TEXTS.text("greatestOfMembers", of, members);
                    });
        }
        return source instanceof Operand.FieldValue value
                ? Optional.of(value.field().title())
                : Optional.empty();
    }
}
