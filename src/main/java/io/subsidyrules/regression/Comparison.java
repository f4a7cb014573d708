package io.subsidyrules.regression;

import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.ChangeWording;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.Explanation;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.answer.Question;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The comparison of one answer with what its scenario expects. */
final class Comparison {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Comparison.class);

    private final Scenario scenario;
    private final List<RuledItem> items;
    private final List<ScenarioFault> faults = new ArrayList<>();

    /** @param items those of all policies */
    Comparison(Scenario scenario, List<RuledItem> items) {
        this.scenario = scenario;
        this.items = items;
    }

    /** Adds a fault for each earlier award of no item of its policy, and for what does not go with such awards. */
    boolean knowsEarlier() {
        if (scenario.earlier().isEmpty()) {
            return true;
        }
        List<ScenarioAward> awards = scenario.earlier().get();
        for (int i = 0; i < awards.size(); i++) {
            knows(awards.get(i), "/earlier/" + i);
        }
        if (scenario.expectation().namesChanges()) {
            add(scenario.value("/earlier").place(), TEXTS.text("changesWithEarlier"));
        }
        return faults.isEmpty();
    }

    /** The faults that were found so far. */
    List<ScenarioFault> faults() {
        return faults;
    }

    private void knows(ScenarioAward award, String at) {
        List<String> policies = items.stream().map(RuledItem::policy).distinct().toList();
        Optional<String> unknown = award.policy().filter(policy -> !policies.contains(policy));
        if (unknown.isPresent()) {
            String policy = unknown.get();
            add(
                    scenario.value(at + "/policy").place(),
                    Spelling.nearest(policy, policies)
                            .map(nearest -> TEXTS.text("noPolicyMaybe", policy, nearest))
                            .orElseGet(() -> TEXTS.text("noPolicy", policy)));
            return;
        }
        List<String> known = awarding(award.policy().orElse(scenario.policy()));
        if (!known.contains(award.item())) {
            add(scenario.value(at + "/item").place(), notAwarded(award, known, policies));
        }
    }

    /** The items of a policy that award money to a claim. */
    private List<String> awarding(String policy) {
        return items.stream()
                .filter(item -> item.policy().equals(policy)
                        && item.outcome() == Outcome.AWARD
                        && item.claim().isPresent())
                .map(RuledItem::id)
                .toList();
    }

    private Text notAwarded(ScenarioAward award, List<String> known, List<String> policies) {
        String item = award.item();
        Optional<String> nearest = Spelling.nearest(item, known);
        if (award.policy().isPresent()) {
            String policy = award.policy().get();
            return nearest.map(meant -> TEXTS.text("notAwardedByMaybe", item, policy, meant))
                    .orElseGet(() -> TEXTS.text("notAwardedBy", item, policy));
        }
        return policies.stream()
                .filter(policy -> awarding(policy).contains(item))
                .findFirst()
                .map(policy -> TEXTS.text("awardedByOtherPolicy", item, policy))
                .or(() -> nearest.map(meant -> TEXTS.text("notAwardedMaybe", item, meant)))
                .orElseGet(() -> TEXTS.text("notAwarded", item));
    }

    List<ScenarioFault> faults(Answer answer) {
        Expectation expected = scenario.expectation();
        compare("total", "/total", expected.total(), Optional.of(answer.total()));
        compare("atStake", "/atStake", expected.atStake(), Optional.of(answer.atStake()));
        compare(
                "questions",
                "/questions",
                expected.questions(),
                Optional.of(answer.questions().stream().map(Question::pointer).toList()));
        List<ItemAnswer> all = Stream.concat(
                        answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream())
                .toList();
        items("", "/items/", expected.items(), all);
        expected.claims().forEach((id, claim) -> claim(id, claim, answer));
        return faults;
    }

    private void claim(String id, Expectation.OfClaim expected, Answer answer) {
        String at = "/claims/" + escaped(id);
        Optional<ClaimAnswer> found =
                answer.claims().stream().filter(claim -> claim.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            List<String> ids = answer.claims().stream().map(ClaimAnswer::id).toList();
            unknown(at, TEXTS.text("claim"), id, ids);
            return;
        }
        ClaimAnswer claim = found.get();
        compare(id + " status", at + "/status", expected.status(), Optional.of(claim.status()));
        compare(id + " amount", at + "/amount", expected.amount(), Optional.of(claim.amount()));
        compare(id + " atStake", at + "/atStake", expected.atStake(), Optional.of(claim.atStake()));
        items(id + " ", at + "/items/", expected.items(), claim.items());
    }

    private void items(
            String prefix, String parent, Map<String, Expectation.OfItem> expected, List<ItemAnswer> answers) {
        expected.forEach((id, item) -> {
            String at = parent + escaped(id);
            List<ItemAnswer> found = answers.stream()
                    .filter(answer -> answer.item().id().equals(id))
                    .toList();
            if (found.isEmpty()) {
                List<String> known =
                        answers.stream().map(one -> one.item().id()).toList();
                Optional<RuledItem> other =
                        items.stream().filter(one -> one.id().equals(id)).findFirst();
                other.ifPresentOrElse(
                        decided -> elsewhere(at, decided), () -> unknown(at, TEXTS.text("item"), id, known));
            } else if (found.size() > 1) {
                add(scenario.value("/expect" + at).name(), TEXTS.text("itemTwice", id, found.size()));
            } else {
                item(prefix + id, at, item, found.get(0));
            }
        });
    }

    private void item(String name, String at, Expectation.OfItem expected, ItemAnswer answer) {
        compare(name + " status", at + "/status", expected.status(), Optional.of(answer.status()));
        compare(name + " amount", at + "/amount", expected.amount(), answer.amount());
        compare(name + " atStake", at + "/atStake", expected.atStake(), answer.atStake());
        compare(name + " missing", at + "/missing", expected.missing(), Optional.of(answer.missing()));
        compare(
                name + " failed",
                at + "/failed",
                expected.failed(),
                Optional.of(answer.failed().stream().map(Observation::pointer).toList()));
        answer.explanation().ifPresent(explanation -> {
            expected.explanation()
                    .forEach((language, said) -> said(
                            name + " " + language, at + "/explanation/" + key(language), said, explanation, language));
            explanation.changes().ifPresent(changes -> changes(name, at + "/changes", expected.changes(), changes));
        });
    }

    private void said(
            String name, String at, Expectation.OfExplanation expected, Explanation explanation, Language language) {
        compare(name + " holds", at + "/holds", expected.holds(), sentences(explanation, Truth.TRUE, language));
        compare(name + " fails", at + "/fails", expected.fails(), sentences(explanation, Truth.FALSE, language));
        compare(
                name + " unknown",
                at + "/unknown",
                expected.unknown(),
                sentences(explanation, Truth.UNKNOWN, language));
        compare(
                name + " calculation",
                at + "/calculation",
                expected.calculation(),
                explanation.calculation().map(text -> text.in(language)));
    }

    private static Optional<List<String>> sentences(Explanation explanation, Truth truth, Language language) {
        return Optional.of(explanation.conditions().stream()
                .filter(condition -> condition.truth() == truth)
                .map(condition -> condition.seen().text().in(language))
                .toList());
    }

    private void changes(String name, String at, Optional<List<Expectation.OfChange>> expected, List<Change> changes) {
        compare(name + " changes", at, expected.map(List::size), Optional.of(changes.size()));
        for (int i = 0; i < Math.min(expected.map(List::size).orElse(0), changes.size()); i++) {
            change(
                    "%s changes[%s]".formatted(name, i),
                    at + "/" + i,
                    expected.orElseThrow().get(i),
                    changes.get(i));
        }
    }

    private void change(String name, String at, Expectation.OfChange expected, Change change) {
        compare(
                name + " fields",
                at + "/fields",
                expected.fields(),
                Optional.of(
                        change.fields().stream().map(Change.NewFact::pointer).toList()));
        compare(name + " gain", at + "/gain", expected.gain(), Optional.of(change.gain()));
        compare(name + " changeable", at + "/changeable", expected.changeable(), Optional.of(change.changeable()));
        expected.says()
                .forEach((language, said) -> compare(
                        name + " " + language,
                        at + "/" + key(language),
                        Optional.of(said),
                        Optional.of(change.fields().stream()
                                .map(fact -> ChangeWording.of(fact, language))
                                .toList())));
    }

    /**
     * Of two lists that differ in one entry, only that entry is reported, at its place.
     *
     * @param at the pointer of what is expected, from {@code expect} on
     */
    private <T> void compare(String what, String at, Optional<T> expected, Optional<T> actual) {
        if (expected.isEmpty() || expected.equals(actual)) {
            return;
        }
        if (expected.get() instanceof List<?> wanted && actual.orElse(null) instanceof List<?> were) {
            List<Integer> others = differing(wanted, were);
            if (others.size() == 1 && wanted.size() > 1) {
                int index = others.get(0);
                compare(
                        what,
                        at + "/" + index,
                        Optional.of(List.of(wanted.get(index))),
                        Optional.of(List.of(were.get(index))));
                return;
            }
        }
        ScenarioFault.Mismatch mismatch =
                new ScenarioFault.Mismatch(what, "/expect" + at, expected.get(), actual.map(value -> value));
        ScenarioFault.Difference difference = mismatch.difference();
        String named = Shortened.middle(what, Shortened.VALUE);
        Text told = TEXTS.text("differs", named, difference.expected(), difference.actual());
        faults.add(new ScenarioFault(fault(scenario.value("/expect" + at).place(), told), Optional.of(mismatch)));
    }

    /** An item that nothing in the scenario asks for. */
    private void elsewhere(String at, RuledItem item) {
        String policy = item.policy();
        add(
                scenario.value("/expect" + at).name(),
                item.claim()
                        .map(type -> TEXTS.text("decidedOnOtherClaims", item.id(), type.name(), policy))
                        .orElseGet(() -> TEXTS.text("decidedByOtherPolicy", item.id(), policy)));
    }

    /** The indexes at which two lists of the same size differ; none if the sizes differ. */
    private static List<Integer> differing(List<?> one, List<?> other) {
        return one.size() != other.size()
                ? List.of()
                : IntStream.range(0, one.size())
                        .filter(i -> !one.get(i).equals(other.get(i)))
                        .boxed()
                        .toList();
    }

    private void unknown(String at, Text kind, String name, List<String> known) {
        add(
                scenario.value("/expect" + at).name(),
                Spelling.nearest(name, known)
                        .map(nearest -> TEXTS.text("notInAnswerMaybe", kind, name, nearest))
                        .orElseGet(() -> TEXTS.text("notInAnswer", kind, name)));
    }

    private void add(Place place, Text told) {
        faults.add(ScenarioFault.of(fault(place, told)));
    }

    private Fault fault(Place place, Text told) {
        return Fault.of(place, FaultCode.SCENARIO_FAILED, scenario.name(), told);
    }

    private static String key(Language language) {
        return language == Language.ZH ? "zh" : "en";
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
