package io.subsidyrules.meaning.space;

import io.subsidyrules.codes.DivisionCodes;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.values.ExampleText;
import io.subsidyrules.engine.values.TextAlternative;
import io.subsidyrules.engine.values.TextSet;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.engine.values.ValueSets;
import io.subsidyrules.engine.values.ValueSolver;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The classes of a text: for each combination of tests that some text has, an example of it. Codes of which there is a
 * list are all looked at; of other texts an example is looked for, and none may be found though there is one.
 */
final class TextClasses {

    /** A text for a field that no rule tests. */
    private static final String ANY = "x";

    private final Material material;
    private final Field field;
    private final Variable.OfField variable;
    private final Situation situation;
    private final List<RuleTest> tests;
    private boolean doubtful;

    TextClasses(Material material, Variable.OfField variable, Situation situation) {
        this.material = material;
        this.field = variable.read().field();
        this.variable = variable;
        this.situation = situation;
        this.tests = material.tests().stream()
                .filter(test -> test.reads(variable)
                        && test.others(variable).stream().allMatch(situation::has)
                        && !test.countsMembers())
                .toList();
    }

    /** Texts that fulfil some tests, and not others. */
    private record Part(TextSet texts, String example, List<ValueClass.Relation> said) {}

    List<ValueClass> all() {
        if (field.check().orElse(null) instanceof DivisionCodes codes) {
            return ofList(codes.codes());
        }
        TextSet whole = (TextSet) ValueSets.all(variable.read());
        List<Part> parts = List.of(new Part(whole, example(whole).orElse(ANY), List.of()));
        for (RuleTest test : tests) {
            List<Part> more = new ArrayList<>();
            for (Part part : parts) {
                material.asked().run();
                split(part, test, true).ifPresent(more::add);
                split(part, test, false).ifPresent(more::add);
            }
            if (more.size() > Material.MOST) {
                material.doubts().addCombined(List.of(variable));
                break;
            }
            parts = more;
        }
        return parts.stream()
                .map(part -> (ValueClass) new ValueClass.Texts(part.example(), new ValueClass.Tested(part.said())))
                .toList();
    }

    /** Whether there may be a class for which no example was found. */
    boolean isDoubtful() {
        return doubtful;
    }

    private List<ValueClass> ofList(List<String> codes) {
        Map<RuleTest, Facts> told = new LinkedHashMap<>();
        tests.forEach(test -> facts(test, ANY).ifPresent(facts -> told.put(test, facts)));
        Map<List<Boolean>, String> examples = new LinkedHashMap<>();
        for (String code : codes) {
            List<Boolean> truths = new ArrayList<>();
            told.forEach((test, facts) -> truths.add(
                    facts.with(test.operand(variable).orElseThrow(), code).truth(test.expression()) == Truth.TRUE));
            examples.putIfAbsent(truths, code);
        }
        List<ValueClass> all = new ArrayList<>();
        examples.forEach((truths, code) -> all.add(new ValueClass.Texts(code, said(told.keySet(), truths))));
        return all;
    }

    private static ValueClass.Tested said(Set<RuleTest> tests, List<Boolean> truths) {
        Set<ValueClass.Relation> said = new LinkedHashSet<>();
        Iterator<Boolean> truth = truths.iterator();
        tests.forEach(test -> said.add(test.relation(truth.next())));
        return new ValueClass.Tested(List.copyOf(said));
    }

    private Optional<Facts> facts(RuleTest test, String text) {
        return test.portrait().of(situation.with(variable, new ValueClass.OneOf(List.of(text))));
    }

    private Optional<Part> split(Part part, RuleTest test, boolean holds) {
        Optional<Facts> facts = facts(test, part.example());
        if (facts.isEmpty()) {
            return holds ? Optional.empty() : Optional.of(part);
        }
        Operand read = test.operand(variable).orElseThrow();
        ValueSet wanted = holds
                ? ValueSolver.of(test.expression(), read, facts.get())
                : ValueSolver.never(test.expression(), read, facts.get());
        TextSet both = (TextSet) part.texts().and(wanted);
        boolean asBefore = facts.get().truth(test.expression()) == Truth.of(holds);
        Optional<String> example = asBefore ? Optional.of(part.example()) : example(both);
        if (example.isEmpty()) {
            doubtful |= !both.alternatives().stream().allMatch(TextClasses::isContradiction);
            return Optional.empty();
        }
        Set<ValueClass.Relation> said = new LinkedHashSet<>(part.said());
        said.add(test.relation(holds));
        return Optional.of(new Part(both, example.get(), List.copyOf(said)));
    }

    private Optional<String> example(TextSet texts) {
        return texts.alternatives().stream()
                .flatMap(one -> ExampleText.of(field, one).stream())
                .findFirst();
    }

    /** Whether surely no text is like that; of some given texts all were tried. */
    private static boolean isContradiction(TextAlternative one) {
        return one.among().isPresent()
                || one.properties().stream().anyMatch(one.lacking()::contains)
                || areContrary(one, TextProperty.End.START)
                || areContrary(one, TextProperty.End.END);
    }

    private static boolean areContrary(TextAlternative one, TextProperty.End end) {
        List<String> affixes = one.affixes(end).toList();
        boolean apart = affixes.stream().anyMatch(affix -> affixes.stream()
                .anyMatch(other -> !has(affix, other, end) && !has(other, affix, end)));
        return apart
                || one.lacking().stream()
                        .filter(property -> property instanceof TextProperty.Affix affix && affix.end() == end)
                        .anyMatch(property -> affixes.stream()
                                .anyMatch(affix -> has(affix, ((TextProperty.Affix) property).affix(), end)));
    }

    private static boolean has(String text, String affix, TextProperty.End end) {
        return new TextProperty.Affix(end, affix).of(text);
    }
}
