package io.subsidyrules.engine.random;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** Random requests over all that a rule book declares, biased to what matters to its rules. */
public final class RandomRequests {

    private static final int MOST_CLAIMS = 6;
    private static final int MOST_MEMBERS = 4;
    private static final int ALL = 100;

    private final RuleBook book;
    private final RandomValues values;

    public RandomRequests(RuleBook book) {
        this.book = book;
        this.values = new RandomValues(book);
    }

    /** A field's value, and its lot: it is told where the lot is below the request's share of what is told. */
    private record Drawn(Field field, Shared value, int lot) {

        GivenFact.Given on(LocalDate asOf, int share) {
            GivenFact.Telling untold = lot % 2 == 0 ? GivenFact.Telling.ABSENT : GivenFact.Telling.NULL;
            boolean told = field.required() || lot < share;
            return new GivenFact.Given(field, value.on(asOf, share), told ? GivenFact.Telling.TOLD : untold);
        }
    }

    /** A value that may depend on the date of the evaluation, and on the share of what is told. */
    private interface Shared {
        Object on(LocalDate asOf, int share);
    }

    private record DrawnFact(FactType type, List<Drawn> values) {

        GivenFact on(LocalDate asOf, int share) {
            return new GivenFact(
                    type, values.stream().map(drawn -> drawn.on(asOf, share)).toList());
        }
    }

    public Arbitrary<GivenRequest> requests() {
        List<Arbitrary<DrawnFact>> claims =
                book.vocabulary().claims().stream().map(this::fact).toList();
        return Combinators.combine(
                        values.asOf().optional(0.9),
                        fact(book.vocabulary().applicant()),
                        Arbitraries.oneOf(claims).list().ofMaxSize(MOST_CLAIMS),
                        Arbitraries.of(ALL, 85, 85, 50),
                        policies())
                .as(RandomRequests::request)
                .withoutEdgeCases();
    }

    private static GivenRequest request(
            Optional<LocalDate> asOf,
            DrawnFact applicant,
            List<DrawnFact> claims,
            int share,
            Optional<List<String>> policies) {
        LocalDate date = asOf.orElse(GivenRequest.TODAY);
        List<GivenRequest.GivenClaim> given = new ArrayList<>();
        for (DrawnFact claim : claims) {
            given.add(new GivenRequest.GivenClaim("[claim " + given.size() + "]", claim.on(date, share)));
        }
        return new GivenRequest(asOf, applicant.on(date, share), given, policies);
    }

    private Arbitrary<DrawnFact> fact(FactType type) {
        List<Arbitrary<Drawn>> fields = new ArrayList<>();
        for (Field field : type.fields()) {
            if (field.type() == ValueType.MEMBERS) {
                fields.add(drawn(field, members(field)));
            } else if (!isId(type, field)) {
                values.of(type, field)
                        .ifPresent(any ->
                                fields.add(drawn(field, any.map(value -> (Shared) (asOf, share) -> value.on(asOf)))));
            }
        }
        return Combinators.combine(fields).as(drawn -> new DrawnFact(type, drawn));
    }

    private Arbitrary<Shared> members(Field list) {
        return fact(book.vocabulary().membersOf(list))
                .list()
                .ofMaxSize(Math.min(MOST_MEMBERS, list.mostMembers()))
                .map(members -> (asOf, share) ->
                        members.stream().map(member -> member.on(asOf, share)).toList());
    }

    /** The id of a claim is its name within the request and no value of the fact. */
    static boolean isId(FactType type, Field field) {
        return type.isClaim() && field.name().equals("id");
    }

    private static Arbitrary<Drawn> drawn(Field field, Arbitrary<Shared> values) {
        Arbitrary<Integer> lots =
                Arbitraries.integers().between(0, ALL - 1).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(values, lots).as((value, lot) -> new Drawn(field, value, lot));
    }

    /** Mostly none, which asks for all. */
    private Arbitrary<Optional<List<String>>> policies() {
        List<String> known = book.policies().stream().map(Policy::id).toList();
        return Arbitraries.of(known).list().ofMaxSize(2).optional(0.2);
    }
}
