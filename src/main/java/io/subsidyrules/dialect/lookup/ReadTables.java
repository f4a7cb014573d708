package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.table.ValueList;
import java.util.LinkedHashSet;
import java.util.Set;

/** The tables and lists that rules read, each with its keys, once, in the order of reading. */
public final class ReadTables {

    private ReadTables() {}

    /** Those of all rules of a book, then of its limits. */
    public static Set<Operand.Lookup> of(RuleBook book) {
        Set<Operand.Lookup> found = new LinkedHashSet<>();
        book.rules().forEach(rule -> found.addAll(of(rule)));
        book.limits().forEach(limit -> found.addAll(of(limit)));
        return found;
    }

    /** Those of a rule: of its conditions, then of its amount. */
    public static Set<Operand.Lookup> of(Rule rule) {
        Set<Operand.Lookup> found = new LinkedHashSet<>();
        rule.conditions().forEach(condition -> found.addAll(of(condition)));
        if (rule.amount().orElse(null) instanceof Amount.Composed composed) {
            found.addAll(of(composed.formula()));
            composed.formula().forEachSource(source -> found.addAll(ofMembers(source)));
        }
        return found;
    }

    /** Those of a limit. */
    public static Set<Operand.Lookup> of(Limit limit) {
        Set<Operand.Lookup> found = new LinkedHashSet<>();
        limit.conditions().forEach(condition -> found.addAll(of(condition)));
        return found;
    }

    /** Those of a condition, and of the conditions on the members that it counts. */
    static Set<Operand.Lookup> of(Condition condition) {
        Set<Operand.Lookup> found = new LinkedHashSet<>();
        add(condition.expression(), found);
        condition.sources().forEach(source -> found.addAll(ofMembers(source)));
        return found;
    }

    /** Those of the conditions on members. */
    public static Set<Operand.Lookup> ofMembers(Operand source) {
        Set<Operand.Lookup> found = new LinkedHashSet<>();
        if (source instanceof Operand.MemberAggregate aggregate) {
            aggregate.conditions().forEach(condition -> found.addAll(of(condition)));
        }
        return found;
    }

    /** Those of an amount. */
    public static Set<Operand.Lookup> of(Formula formula) {
        Set<Operand.Lookup> found = new LinkedHashSet<>();
        formula.numbers().forEach(number -> found.addAll(of(number)));
        formula.parts().forEach(part -> found.addAll(of(part)));
        return found;
    }

    /** Those of an expression. */
    public static Set<Operand.Lookup> of(Expression expression) {
        Set<Operand.Lookup> found = new LinkedHashSet<>();
        add(expression, found);
        return found;
    }

    private static void add(Expression expression, Set<Operand.Lookup> found) {
        if (expression instanceof Expression.Junction junction) {
            junction.parts().forEach(part -> add(part, found));
        } else if (expression instanceof Expression.Comparison comparison && comparison.hasLookup()) {
            found.addAll(of(comparison.left()));
            found.addAll(of(comparison.right()));
        }
    }

    /** Those of an operand. */
    public static Set<Operand.Lookup> of(Operand operand) {
        Set<Operand.Lookup> found = new LinkedHashSet<>();
        if (operand instanceof Operand.Lookup lookup) {
            found.add(lookup);
        } else if (operand instanceof Operand.WeightedSum sum) {
            sum.terms().forEach(term -> found.addAll(of(term.number())));
        }
        return found;
    }

    /** The lists of a rule. */
    public static Set<ValueList> lists(Rule rule) {
        Set<ValueList> found = new LinkedHashSet<>();
        rule.conditions().forEach(condition -> addLists(condition, found));
        if (rule.amount().orElse(null) instanceof Amount.Composed composed) {
            composed.formula().forEachSource(source -> addLists(source, found));
        }
        return found;
    }

    /** The lists of a limit. */
    public static Set<ValueList> lists(Limit limit) {
        Set<ValueList> found = new LinkedHashSet<>();
        limit.conditions().forEach(condition -> addLists(condition, found));
        return found;
    }

    private static void addLists(Condition condition, Set<ValueList> found) {
        addLists(condition.expression(), found);
        condition.sources().forEach(source -> addLists(source, found));
    }

    private static void addLists(Operand source, Set<ValueList> found) {
        if (source instanceof Operand.MemberAggregate aggregate) {
            aggregate.conditions().forEach(condition -> addLists(condition, found));
        }
    }

    private static void addLists(Expression expression, Set<ValueList> found) {
        if (expression instanceof Expression.Junction junction) {
            junction.parts().forEach(part -> addLists(part, found));
        } else if (expression instanceof Expression.Listed listed) {
            found.add(listed.list());
        }
    }
}
