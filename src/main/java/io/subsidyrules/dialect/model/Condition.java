package io.subsidyrules.dialect.model;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One comma-separated condition of a rule.
 *
 * @param source the condition as the rule file writes it, blanks folded
 * @param place where the rule, or the rule that it extends, writes it
 * @param title the sentence that its rule gives it; empty if one is made from the expression
 * @param reads the fields that it reads, once each, in the order of reading
 */
public record Condition(
        Expression expression, String source, Optional<Text> title, Place place, List<Operand.FieldValue> reads) {

    public Condition {
        reads = List.copyOf(reads);
    }

    public static Condition of(Expression expression, String source, Optional<Text> title, Place place) {
        List<Operand.FieldValue> reads = new ArrayList<>();
        expression.forEachField(field -> {
            if (!reads.contains(field)) {
                reads.add(field);
            }
        });
        return new Condition(expression, source, title, place, reads);
    }

    /** The fields, and the aggregates of members as a whole, that it reads, once each. */
    public List<Operand> sources() {
        Set<Operand> sources = new LinkedHashSet<>();
        expression.forEachSource(sources::add);
        return List.copyOf(sources);
    }

    /** The number of its comparisons and of the values in its lists. */
    public int size() {
        return expression.size();
    }

    /** How long it takes at most to work out what members come to, in comparisons of members. */
    public int memberWeight() {
        return expression.memberWeight();
    }

    /** Whether it reads a field of a claim. */
    public boolean readsClaim() {
        return reads.stream().anyMatch(field -> field.of().isClaim());
    }

    /** Whether it reads a field of the applicant. */
    public boolean readsApplicant() {
        return reads.stream().anyMatch(field -> !field.of().isClaim());
    }
}
