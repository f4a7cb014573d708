package io.subsidyrules.dialect.operand;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks up what a pattern on awards chooses them by. */
public final class ChosenAwards {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ChosenAwards.class);

    /** Days, months or years. */
    private static final int LONGEST = 100_000;

    private final Syntax.Awards awards;
    private final String policy;
    private final Optional<Operand.FieldValue> group;
    private final Map<String, Policy> policies;
    private final Faults faults;
    private final List<AwardChoice.By> by = new ArrayList<>();
    private final List<String> same = new ArrayList<>();
    private AwardChoice.Window window = new AwardChoice.Always();
    private AwardChoice.Scope scope = new AwardChoice.OfApplicant();
    private boolean whole = true;

    /**
     * The choice of a pattern.
     *
     * @param policy the folder of its rule, whose awards it chooses where it names no policy
     * @param group the field of the applicant that it names; empty if it names none
     * @param policies by their folders
     */
    public ChosenAwards(
            Syntax.Awards awards,
            String policy,
            Optional<Operand.FieldValue> group,
            Map<String, Policy> policies,
            Faults faults) {
        this.awards = awards;
        this.policy = policy;
        this.group = group;
        this.policies = policies;
        this.faults = faults;
    }

    /**
     * The choice with the items that it comes to, of which none may be; empty, with its faults, if it is not whole.
     *
     * @param rules those of all policies
     */
    public Optional<AwardChoice> of(List<Rule> rules) {
        Set<String> members = new HashSet<>();
        for (Syntax.AwardsPart part : awards.parts()) {
            if (!members.add(member(part))) {
                add(part, FaultCode.DUPLICATE_ATTRIBUTE, member(part));
            }
            read(part);
        }
        if (!whole) {
            return Optional.empty();
        }
        Set<AwardChoice.Item> items = new HashSet<>();
        rules.stream()
                .filter(rule -> rule.claim().isPresent() && rule.amount().isPresent() && isChosen(rule))
                .forEach(rule -> items.add(new AwardChoice.Item(rule.policy(), rule.item())));
        return Optional.of(new AwardChoice(by, items, window, same, scope));
    }

    /** The same choice of all items that the clauses of the policies have, whatever their rules do. */
    public Optional<AwardChoice> ofClauses() {
        Set<AwardChoice.Item> items = new HashSet<>();
        Optional<AwardChoice> choice = of(List.of());
        policyNames().forEach(folder -> Optional.ofNullable(policies.get(folder)).stream()
                .flatMap(Policy::clauses)
                .forEach(clause -> clause.items().stream()
                        .filter(item -> isChosen(folder, clause.number(), item.id()))
                        .forEach(item -> items.add(new AwardChoice.Item(folder, item.id())))));
        return choice.map(known -> new AwardChoice(known.by(), items, known.window(), known.same(), known.scope()));
    }

    /** The name of a part, of which a pattern has one at most. */
    private static String member(Syntax.AwardsPart part) {
        if (part instanceof Syntax.Chosen chosen) {
            return chosen.member().text();
        }
        if (part instanceof Syntax.Same key) {
            return "same( %s )".formatted(key.field().text());
        }
        return part instanceof Syntax.Of ? "of" : part instanceof Syntax.Within ? "decidedOn" : "year";
    }

    private void read(Syntax.AwardsPart part) {
        if (part instanceof Syntax.Chosen chosen) {
            chosen(chosen);
        } else if (part instanceof Syntax.Same key) {
            same.add(key.field().text());
        } else if (part instanceof Syntax.Of) {
            scope = group.<AwardChoice.Scope>map(AwardChoice.OfGroup::new).orElseGet(AwardChoice.OfProject::new);
        } else if (!window.equals(new AwardChoice.Always())) {
            add(part, FaultCode.DUPLICATE_ATTRIBUTE, member(part));
        } else if (part instanceof Syntax.Within within) {
            within(within);
        } else if (part instanceof Syntax.InYear year) {
            window = new AwardChoice.InYear(year.back());
        }
    }

    private void within(Syntax.Within within) {
        BigDecimal amount = new BigDecimal(within.amount().text().replace("_", ""));
        if (amount.stripTrailingZeros().scale() > 0 || amount.compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
            faults.add(within.amount().place(), FaultCode.SHIFT_OUT_OF_RANGE, LONGEST);
            whole = false;
            return;
        }
        ChronoUnit unit =
                switch (within.method().text()) {
                    case "minusYears" -> ChronoUnit.YEARS;
                    case "minusMonths" -> ChronoUnit.MONTHS;
                    default -> ChronoUnit.DAYS;
                };
        window = new AwardChoice.Within(unit, amount.intValueExact(), within.included());
    }

    private void chosen(Syntax.Chosen chosen) {
        String name = chosen.member().text();
        boolean policy = name.equals("policy");
        Set<String> known = new TreeSet<>(policy ? policies.keySet() : Set.of());
        policies().forEach(one -> known.addAll(known(one, name)));
        boolean all = policy || policyNames().allMatch(policies::containsKey);
        for (Syntax.Name value : chosen.values()) {
            boolean told = faults.isSettled(value.place()) || (policy && isUnread(value.text()));
            if (all && !known.contains(value.text()) && !told) {
                whole = false;
                faults.add(
                        value.place(),
                        FaultCode.LIMIT_CHOICE,
                        word(name),
                        value.text(),
                        Spelling.remedy(value.text(), known));
            }
        }
        by.add(new AwardChoice.By(
                AwardChoice.Member.valueOf(name.toUpperCase(Locale.ROOT)),
                chosen.values().stream().map(Syntax.Name::text).toList()));
    }

    /** Whether a policy has a file that could not be read, which has faults of its own. */
    private boolean isUnread(String folder) {
        String file = folder + "/" + SourceNames.POLICY_FILE;
        return faults.areWithin(Place.startOf(file), new Place(file, Integer.MAX_VALUE, 1));
    }

    private static Text word(String member) {
        return switch (member) {
            case "policy" -> TEXTS.text("policy");
            case "measure" -> TEXTS.text("measure");
            case "clause" -> TEXTS.text("clause");
            default -> TEXTS.text("item");
        };
    }

    private Collection<String> known(Policy policy, String member) {
        return switch (member) {
            case "policy" -> policies.keySet();
            case "measure" ->
                policy.measures().stream()
                        .map(measure -> String.valueOf(measure.number()))
                        .toList();
            case "clause" -> policy.clauses().map(clause -> clause.number()).toList();
            default ->
                policy.clauses()
                        .flatMap(clause -> clause.items().stream())
                        .map(item -> item.id())
                        .toList();
        };
    }

    /** The policies whose awards count: its own, where it names none. */
    private Stream<Policy> policies() {
        return policyNames().flatMap(name -> Optional.ofNullable(policies.get(name)).stream());
    }

    private Stream<String> policyNames() {
        return awards.parts().stream()
                .filter(part -> part instanceof Syntax.Chosen chosen
                        && chosen.member().text().equals("policy"))
                .findFirst()
                .map(part -> ((Syntax.Chosen) part).values().stream().map(Syntax.Name::text))
                .orElseGet(() -> Stream.of(policy));
    }

    private boolean isChosen(Rule rule) {
        return policyNames().anyMatch(rule.policy()::equals) && isChosen(rule.policy(), rule.clause(), rule.item());
    }

    private boolean isChosen(String folder, String clause, String item) {
        return by.stream().allMatch(chosen -> chosen.values()
                .contains(
                        switch (chosen.member()) {
                            case POLICY -> folder;
                            case MEASURE -> clause.replaceFirst("\\..*", "");
                            case CLAUSE -> clause;
                            case ITEM -> item;
                        }));
    }

    private void add(Syntax.AwardsPart part, FaultCode code, Object... details) {
        whole = false;
        faults.add(part.place(), code, details);
    }
}
