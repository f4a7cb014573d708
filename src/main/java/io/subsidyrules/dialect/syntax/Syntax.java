package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.fault.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The content of a rule file as written; names are not looked up yet. */
public final class Syntax {

    private Syntax() {}

    /**
     * A file.
     *
     * @param complete whether nothing was passed over that could have been a declare or a rule
     * @param words how many words, numbers and signs it has
     */
    public record RuleFile(
            Name packageName,
            boolean importsVocabulary,
            List<EnumDeclare> enums,
            List<TypeDeclare> types,
            List<RuleDeclare> rules,
            boolean complete,
            int words) {}

    public record Name(String text, Place place) {}

    /**
     * An annotation with its one string argument, or none.
     *
     * @param number a number after it, which only a unit has
     */
    public record Annotation(Name name, Optional<Name> argument, Optional<Name> number) {}

    /**
     * A declare of an enum.
     *
     * @param complete whether all of its constants could be read
     */
    public record EnumDeclare(
            Name name,
            List<Annotation> annotations,
            List<ConstantDeclare> constants,
            List<FieldDeclare> fields,
            boolean complete) {}

    /**
     * A constant of an enum.
     *
     * @param values the numbers after its titles
     */
    public record ConstantDeclare(Name name, List<Name> titles, List<Name> values) {}

    /**
     * A declare of a type of facts.
     *
     * @param complete whether all of its fields could be read
     */
    public record TypeDeclare(
            Name name,
            Optional<Name> base,
            List<Annotation> annotations,
            List<FieldDeclare> fields,
            boolean complete) {}

    public record FieldDeclare(Name name, Name type, List<Annotation> annotations) {}

    /**
     * A rule.
     *
     * @param awards its patterns on awards
     * @param consequence what it decides; empty if it decides nothing
     * @param limit what it limits; empty if it limits nothing
     * @param complete whether all of it could be read; otherwise its faults were added already
     */
    public record RuleDeclare(
            Name name,
            Optional<Name> parent,
            List<Annotation> annotations,
            List<Attribute> attributes,
            List<Pattern> patterns,
            List<Awards> awards,
            Optional<Consequence> consequence,
            Optional<Limit> limit,
            boolean complete) {

        /** The patterns on awards that a limit counts. */
        public List<Awards> counted() {
            return awards.stream().filter(one -> one.quantifier().isEmpty()).toList();
        }

        /** The conditions on earlier awards. */
        public List<Awards> earlier() {
            return awards.stream().filter(one -> one.quantifier().isPresent()).toList();
        }

        /** Whether it has an outcome. */
        public boolean hasOutcome() {
            return consequence.isPresent() || limit.isPresent();
        }

        /** The ids of the readings that it cites, each with the place of its annotation. */
        public List<Name> readings() {
            return annotations.stream()
                    .filter(annotation -> annotation.name().text().equals("reading"))
                    .flatMap(annotation -> annotation.argument().stream())
                    .flatMap(value -> Stream.of(value.text().split(",", -1))
                            .map(reading -> new Name(reading.strip(), value.place())))
                    .toList();
        }
    }

    public record Attribute(String name, Name value, Place place) {}

    /**
     * A pattern.
     *
     * @param members what is asked of the members of a list that it is on; empty where it is on a fact
     */
    public record Pattern(
            Optional<Name> variable, Name type, List<Constraint> constraints, Optional<Members> members) {}

    /**
     * What is asked of the members of a list.
     *
     * @param word accumulate, exists or not
     * @param owner the variable of the fact that has the list
     * @param results the numbers that they come to
     * @param tests the conditions on these
     * @param source all of it as the file writes it, blanks folded
     */
    public record Members(Name word, Name owner, Name list, List<Result> results, List<Test> tests, String source) {

        /** A number that members come to: {@code $hires : count()}. */
        public record Result(Name variable, Name function, Optional<Name> of) {}
    }

    /** A comma-separated part of a pattern: a binding of a field, or a condition. */
    public sealed interface Constraint {}

    public record Binding(Name variable, Name field) implements Constraint {}

    /**
     * A condition.
     *
     * @param source the condition as the file writes it, blanks folded
     */
    public record Test(Expression expression, String source, Place place) implements Constraint {}

    public sealed interface Expression {}

    public record Junction(boolean all, List<Expression> parts) implements Expression {}

    public record Negation(Expression of) implements Expression {}

    public record Comparison(Operand left, Name operator, Operand right) implements Expression {}

    public record Membership(Operand left, boolean negated, List<Operand> members, Place place) implements Expression {}

    /** {@code postcode memberOf Communes}. */
    public record ListMembership(Operand left, boolean negated, Name list) implements Expression {}

    public record Affix(Operand left, TextProperty.End end, Name affix) implements Expression {}

    public record Matches(Operand left, Name pattern) implements Expression {}

    public sealed interface Operand {
        Place place();
    }

    /** A field, {@code asOf}, {@code true} or {@code false}. */
    public record Word(Name name) implements Operand {
        @Override
        public Place place() {
            return name.place();
        }
    }

    public record Variable(Name name) implements Operand {
        @Override
        public Place place() {
            return name.place();
        }
    }

    public record EnumConstant(Name type, Name constant) implements Operand {
        @Override
        public Place place() {
            return type.place();
        }
    }

    public record Text(Name string) implements Operand {
        @Override
        public Place place() {
            return string.place();
        }
    }

    public record Numeral(Name digits) implements Operand {
        @Override
        public Place place() {
            return digits.place();
        }
    }

    public record Shift(Operand date, Name method, Name amount) implements Operand {
        @Override
        public Place place() {
            return date.place();
        }
    }

    /** A member of a variable: {@code $place.champion}. */
    public record Member(Name variable, Name member) implements Operand {
        @Override
        public Place place() {
            return variable.place();
        }
    }

    /**
     * Numbers added up.
     *
     * @param parts those that follow a minus are negative
     */
    public record Sum(List<Signed> parts) implements Operand {

        /** A part of a sum. */
        public record Signed(boolean negative, Operand part) {}

        @Override
        public Place place() {
            return parts.get(0).part().place();
        }
    }

    /**
     * Numbers multiplied.
     *
     * @param sign the place of the sign between them
     */
    public record Product(Operand left, Operand right, Place sign) implements Operand {
        @Override
        public Place place() {
            return left.place();
        }
    }

    /** So many per cent of a number: {@code percent( 5.5 ).of( insured )}. */
    public record Percent(Operand percent, Operand of, Place place) implements Operand {}

    /** {@code table( "gazelle-award" ).at( $sales, $growth )}. */
    public record Lookup(Name table, List<Operand> keys, Place place) implements Operand {
        public Lookup {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The outcome of a rule.
     *
     * @param money the words before its amounts, which say their currency: {@code yuan}, {@code gbp}
     */
    public record Consequence(Name verb, Name target, Optional<Amount> amount, List<Name> money) {}

    /**
     * An amount.
     *
     * @param percent the place of the percentage that it begins with
     * @param highest the place of the last number that it is at most, or of what it is worked out from
     */
    public record Amount(Formula formula, Optional<Place> percent, Place highest, Place place) {

        /** Whether it is a number of yuan, which needs no facts. */
        public boolean isFixed() {
            return isFixed(formula);
        }

        /** Whether it can have a ceiling: it is a number, or has one, or is so much for each of a count. */
        public boolean mayBeBounded() {
            return isFixed()
                    || !(formula instanceof Share || formula instanceof Money)
                    || (formula instanceof Share share && isOfTable(share.of()))
                    || (formula instanceof Money money && isOfTable(money.of()));
        }

        /** Whether it is a number of a table, or perhaps of an enum, which is bounded by itself. */
        private static boolean isOfTable(Operand operand) {
            return operand instanceof Lookup || operand instanceof Member;
        }

        private static boolean isFixed(Formula formula) {
            return formula instanceof Joined joined
                    ? isFixed(joined.one()) && isFixed(joined.other())
                    : formula instanceof Money money && money.of() instanceof Numeral;
        }
    }

    /** A part of an amount. */
    public sealed interface Formula {
        Place place();
    }

    /** So many yuan: a number, or what is worked out from variables. */
    public record Money(Operand of, Place place) implements Formula {}

    /** So many per cent of an operand. */
    public record Share(Operand percent, Operand of, Place place) implements Formula {}

    /**
     * The parts of an operand, each at its rate.
     *
     * @param beyond the rate of what is beyond the last limit
     */
    public record Tiers(Operand of, List<Tier> tiers, Optional<Rate> beyond, Place place) implements Formula {

        /**
         * The part up to a limit.
         *
         * @param count a limit that is a number of units
         * @param amount one that is an amount
         */
        public record Tier(Optional<Name> count, Optional<Formula> amount, Rate rate, Place place) {}

        /**
         * The rate of a tier.
         *
         * @param percent whether it is a percentage; else it is yuan for a unit
         */
        public record Rate(boolean percent, Name digits) {}
    }

    /**
     * A formula for each of a count.
     *
     * @param name the place of the word {@code times}
     */
    public record Times(Formula each, Operand count, Place name) implements Formula {
        @Override
        public Place place() {
            return each.place();
        }
    }

    /** Two formulas joined by {@code plus}, {@code atLeast} or {@code atMost}. */
    public record Joined(Formula one, Name call, Formula other) implements Formula {
        @Override
        public Place place() {
            return one.place();
        }
    }

    /** A formula that has no ceiling, as the rule says. */
    public record WithoutCeiling(Formula formula, Place name) implements Formula {
        @Override
        public Place place() {
            return formula.place();
        }
    }

    /**
     * A pattern on awards.
     *
     * @param quantifier the word before it, where it is a condition: whether there are such awards, or none; empty
     *     where a limit counts them
     * @param source the condition as the rule file writes it, blanks folded
     */
    public record Awards(
            Optional<Name> quantifier, Optional<Name> variable, Name type, List<AwardsPart> parts, String source) {}

    /** A comma-separated part of a pattern on awards. */
    public sealed interface AwardsPart {
        Place place();
    }

    /** A member of the awards that is one of several texts or numbers. */
    public record Chosen(Name member, List<Name> values) implements AwardsPart {
        @Override
        public Place place() {
            return member.place();
        }
    }

    /**
     * {@code year == asOf.year}, or a year before that.
     *
     * @param back how many years before
     */
    public record InYear(Place place, int back) implements AwardsPart {}

    /** {@code decidedOn > asOf.minusYears( 3 )}. */
    public record Within(Place place, boolean included, Name method, Name amount) implements AwardsPart {}

    /** {@code same( kind )}: a limit for each value of a field. */
    public record Same(Name field, Place place) implements AwardsPart {}

    /** {@code of( project )} or {@code of( $group )}. */
    public record Of(Operand whose, Place place) implements AwardsPart {}

    /**
     * The outcome of a rule that limits.
     *
     * @param kind yuan, awards or highest
     * @param number a numeral or a variable; empty for the highest
     * @param modifier orNothing or toppingUp
     * @param source as the file writes it, blanks folded
     */
    public record Limit(
            Name verb, Name target, Name kind, Optional<Operand> number, Optional<Name> modifier, String source) {}
}
