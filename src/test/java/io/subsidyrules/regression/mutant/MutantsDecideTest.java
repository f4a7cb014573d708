package io.subsidyrules.regression.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.RandomRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a rulebook says, a mutant of it is one that the engine decides by. */
class MutantsDecideTest {

    private static final int REQUESTS = 5;

    /** It takes long to make a ruleset of each mutant, so it is made of one of so many. */
    private static final int EACH = 4;

    @Example
    void aMutantOfEveryConstructDecides() {
        assertThat(Stream.of("specimen", "members", "limits", "tables"))
                .map(folder -> Dialect.read(SourceFolder.sources(Path.of("src/test/resources", folder))))
                .allSatisfy(MutantsDecideTest::decide);
    }

    /** Half of the workers differ by 0.5, whole numbers of them or not. */
    @Example
    void aMutantOfAWholeNumberNeedNotBeWhole() {
        RuleBook book = AskedRequests.SPECIMEN.book();
        Rule rule = book.rules().stream()
                .filter(one ->
                        one.claim().filter(type -> type.name().equals("Works")).isPresent())
                .findFirst()
                .orElseThrow();
        FactType works = rule.claim().orElseThrow();
        Operand half = new Operand.WeightedSum(
                List.of(new Operand.WeightedSum.Term(
                        new BigDecimal("0.5"),
                        new Operand.FieldValue(works, works.field("workers").orElseThrow()))),
                BigDecimal.ZERO);
        Expression most = new Expression.Comparison(
                half, Operator.LESS_OR_EQUAL, new Operand.Literal(ValueType.INTEGER, Integer.MAX_VALUE));
        Condition condition = Condition.of(most, "half of the workers", Optional.empty(), rule.place());
        RuleBook asking = book.with(List.of(rule.asking(List.of(condition))));
        assertThat(Mutants.of(asking))
                .extracting(mutant -> mutant.change().en())
                .anyMatch(change -> change.contains("2147483647.1"));
        decide(asking);
    }

    @Property(tries = 10)
    void aMutantOfRandomRulesDecides(@ForAll("books") RuleBook book) {
        decide(book);
    }

    @Provide
    Arbitrary<RuleBook> books() {
        return Arbitraries.oneOf(
                RandomRules.withFormulas(AskedRequests.SPECIMEN.book()).books(),
                RandomRules.withFormulas(AskedRequests.MEMBERS.book()).books());
    }

    private static void decide(RuleBook book) {
        List<AskedRequest> requests;
        try (Ruleset ruleset = Ruleset.of(book)) {
            requests = AskedRequests.to(ruleset).generator(REQUESTS).stream(new Random(1))
                    .limit(REQUESTS)
                    .map(request -> request.value())
                    .toList();
        }
        List<Mutant> mutants = Mutants.of(book);
        assertThat(mutants)
                .filteredOn(mutant -> mutants.indexOf(mutant) % EACH == 0)
                .allSatisfy(mutant -> {
                    try (Ruleset ruleset = Ruleset.of(mutant.book())) {
                        for (AskedRequest request : requests) {
                            assertThat(new AskedRequest(ruleset, request.request()).answer(Explain.FULL))
                                    .isNotNull();
                        }
                    }
                });
    }
}
