package io.subsidyrules.dialect.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The awards that a limit counts, or of which a condition asks whether there are any.
 *
 * @param by what they are chosen by, in the order of the rule; empty where they are all of the policy
 * @param items the items that these come to, at least one, all of which can have an amount
 * @param window when they were decided
 * @param same the key fields of their claims for each value of which there is a limit of its own
 * @param scope whose they are
 */
public record AwardChoice(List<By> by, Set<Item> items, Window window, List<String> same, Scope scope) {

    public AwardChoice {
        by = List.copyOf(by);
        items = Set.copyOf(items);
        same = List.copyOf(same);
    }

    /** The same choice of awards that were decided at another time, for trying out what a change would mean. */
    public AwardChoice in(Window other) {
        return new AwardChoice(by, items, other, same, scope);
    }

    /** Whether it counts the same awards as another choice, however each says so. */
    public boolean equalsIn(AwardChoice other) {
        return items.equals(other.items)
                && window.equals(other.window)
                && Set.copyOf(same).equals(Set.copyOf(other.same))
                && scope.equals(other.scope);
    }

    /** Whether each award that it counts is one that another choice counts too, on every day. */
    public boolean isWithin(AwardChoice other) {
        return scope.equals(other.scope)
                && Set.copyOf(same).equals(Set.copyOf(other.same))
                && other.items.containsAll(items)
                && isWithin(window, other.window);
    }

    private static boolean isWithin(Window one, Window other) {
        if (other instanceof Within back) {
            return (one instanceof Within within && isWithin(within, back))
                    || (one instanceof InYear year && back.unit() == ChronoUnit.YEARS && year.back() < back.amount());
        }
        return other instanceof Always || one.equals(other);
    }

    private static boolean isWithin(Within one, Within other) {
        boolean same = one.amount() == other.amount() && (other.included() || !one.included());
        return one.unit() == other.unit() && (one.amount() < other.amount() || same);
    }

    /** An item by its policy folder and its id there. */
    public record Item(String policy, String id) {}

    /** A member of an award, of which one of the values is asked. */
    public record By(Member member, List<String> values) {
        public By {
            values = List.copyOf(values);
        }
    }

    /** A member of an award that it can be chosen by. */
    public enum Member {
        POLICY,
        MEASURE,
        CLAUSE,
        ITEM
    }

    /** The days of the decisions whose awards count. */
    public sealed interface Window {

        /** The first of these days as of the day of an evaluation; none where they have no first. */
        Optional<LocalDate> since(LocalDate asOf);

        /** Whether an award counts that was decided on a day. */
        boolean contains(LocalDate decidedOn, LocalDate asOf);
    }

    /** Whenever it was. */
    public record Always() implements Window {
        @Override
        public Optional<LocalDate> since(LocalDate asOf) {
            return Optional.empty();
        }

        @Override
        public boolean contains(LocalDate decidedOn, LocalDate asOf) {
            return true;
        }
    }

    /**
     * In the calendar year of the evaluation, or in one before it.
     *
     * @param back how many years before
     */
    public record InYear(int back) implements Window {
        @Override
        public Optional<LocalDate> since(LocalDate asOf) {
            return Optional.of(asOf.withDayOfYear(1).minusYears(back));
        }

        @Override
        public boolean contains(LocalDate decidedOn, LocalDate asOf) {
            return decidedOn.getYear() == asOf.getYear() - back;
        }
    }

    /**
     * Less than a time before the evaluation.
     *
     * @param included whether the day counts that lies just so far back
     */
    public record Within(ChronoUnit unit, int amount, boolean included) implements Window {
        @Override
        public Optional<LocalDate> since(LocalDate asOf) {
            LocalDate back = asOf.minus(amount, unit);
            return Optional.of(included ? back : back.plusDays(1));
        }

        @Override
        public boolean contains(LocalDate decidedOn, LocalDate asOf) {
            return !decidedOn.isBefore(since(asOf).orElseThrow());
        }
    }

    /** Whose awards are counted together. */
    public sealed interface Scope {}

    /** Those of the applicant. */
    public record OfApplicant() implements Scope {}

    /** Those for the project that is claimed for, whoever has them. */
    public record OfProject() implements Scope {}

    /** Those of all applicants that have the same value of a field. */
    public record OfGroup(Operand.FieldValue field) implements Scope {}
}
