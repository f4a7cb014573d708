package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.TextProperty;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The kinds of texts that tests of one field tell apart: each text that they name, of those in lists all for which the
 * same tests hold, and all other texts.
 */
final class TextKinds {

    /** The texts that no test names and no list has: any test of an end or of a form can hold for one of them. */
    private static final Object OTHERS = new Object();

    /** The tests of texts in lists, and the kinds for all tests, beyond which only named texts are told apart. */
    private static final int MOST = 500_000;

    private final Set<String> named = new HashSet<>();
    private final Set<TextProperty> properties = new LinkedHashSet<>();

    /** An example of each kind but the last; empty where they are too many. */
    private final Optional<Map<Object, String>> examples;

    /** @param tests that read one field, which is a text; those of a table whose key it is tell nothing apart */
    TextKinds(List<Expression> tests) {
        Set<Set<Object>> lists = new LinkedHashSet<>();
        for (Expression test : tests) {
            if (test instanceof Expression.Comparison comparison) {
                List.of(comparison.left(), comparison.right()).forEach(this::name);
            } else if (test instanceof Expression.Membership membership) {
                membership.members().forEach(this::name);
            } else if (test instanceof Expression.Listed listed) {
                lists.add(listed.list().values());
            } else if (test instanceof Expression.TextTest text) {
                properties.add(text.property());
            }
        }
        this.examples = examples(lists).filter(kinds -> (long) kinds.size() * tests.size() <= MOST);
    }

    private void name(Operand operand) {
        if (operand instanceof Operand.Literal literal && literal.value() instanceof String text) {
            named.add(text);
        }
    }

    private Optional<Map<Object, String>> examples(Set<Set<Object>> lists) {
        long listed = lists.stream().mapToLong(Set::size).sum();
        if (listed * (1 + properties.size()) > MOST) {
            return Optional.empty();
        }
        Map<String, BitSet> tests = new HashMap<>();
        int index = 0;
        for (Set<Object> list : lists) {
            for (Object text : list) {
                tests.computeIfAbsent((String) text, any -> new BitSet()).set(index);
            }
            index++;
        }
        for (TextProperty property : properties) {
            int bit = index++;
            tests.forEach((text, held) -> held.set(bit, property.of(text)));
        }
        Map<Object, String> kinds = new HashMap<>();
        tests.forEach((text, held) -> kinds.putIfAbsent(held, text));
        named.forEach(text -> kinds.put(text, text));
        return Optional.of(kinds);
    }

    /** The kinds of the texts that are named, or of all that are not; empty where they cannot be told. */
    Optional<Set<Object>> among(Set<Object> texts, boolean not) {
        return not ? passing(text -> !texts.contains(text), true) : Optional.of(texts);
    }

    /** The kinds of the texts that are in a list, or in none; empty where they cannot be told. */
    Optional<Set<Object>> listed(Expression.Listed listed) {
        return passing(listed::passes, listed.not());
    }

    /** The kinds of the texts that can pass a test; empty where they cannot be told. */
    Optional<Set<Object>> having(Expression.TextTest test) {
        return passing(test::passes, true);
    }

    private Optional<Set<Object>> passing(Predicate<String> test, boolean others) {
        return examples.map(kinds -> {
            Set<Object> passing = new HashSet<>();
            kinds.forEach((kind, example) -> {
                if (test.test(example)) {
                    passing.add(kind);
                }
            });
            if (others) {
                passing.add(OTHERS);
            }
            return passing;
        });
    }

    /** The properties that a text has, and those that it lacks, where a test of another one holds, itself included. */
    Map<TextProperty, Boolean> implied(Expression.TextTest test) {
        Map<TextProperty, Boolean> implied = new HashMap<>();
        for (TextProperty other : properties) {
            if (test.not() ? implies(other, test.property()) : implies(test.property(), other)) {
                implied.put(other, !test.not());
            } else if (!test.not() && excludes(test.property(), other)) {
                implied.put(other, false);
            }
        }
        return implied;
    }

    private static boolean implies(TextProperty one, TextProperty other) {
        return one.equals(other)
                || (one instanceof TextProperty.Affix affix
                        && other instanceof TextProperty.Affix shorter
                        && affix.end() == shorter.end()
                        && shorter.of(affix.affix()));
    }

    /** Whether two beginnings, or two ends, cannot be those of one text. */
    private static boolean excludes(TextProperty one, TextProperty other) {
        return one instanceof TextProperty.Affix affix
                && other instanceof TextProperty.Affix another
                && affix.end() == another.end()
                && !affix.of(another.affix())
                && !another.of(affix.affix());
    }
}
