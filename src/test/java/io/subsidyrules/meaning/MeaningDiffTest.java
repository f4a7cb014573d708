package io.subsidyrules.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.meaning.space.Portrait;
import io.subsidyrules.meaning.space.Situation;
import io.subsidyrules.meaning.space.ValueClass;
import io.subsidyrules.meaning.space.Variable;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.regression.mutant.Mutants;
import io.subsidyrules.text.Language;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The difference of two rulebooks in meaning: the rows that it has, and what is no difference. */
class MeaningDiffTest {

    private static final RuleSources FIRST = SourceFolder.sources(FirstPolicy.FOLDER);
    private static final RuleBook BOOK = book(FIRST);
    private static final Rule WORKS = AskedRequests.SPECIMEN.book().rules().stream()
            .filter(rule ->
                    rule.claim().filter(type -> type.name().equals("Works")).isPresent()
                            && rule.decides().isEmpty()
                            && rule.amount().isEmpty())
            .findFirst()
            .orElseThrow();
    private static final String MEASURE = "hebei-quality-2022/measure-09.drl";

    private static RuleBook book(RuleSources sources) {
        return Dialect.read(sources, CancellationPoint.NONE);
    }

    /** The first policy with other words in its files. */
    private static RuleBook written(String file, String old, String other) {
        SortedMap<String, byte[]> files = new TreeMap<>(FIRST.files());
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        files.put(file, text.replace(old, other).getBytes(StandardCharsets.UTF_8));
        return book(new RuleSources(files));
    }

    private static MeaningDiff diff(RuleBook after) {
        return MeaningDiff.of(BOOK, after, Effort.USUAL);
    }

    /** The first policy with other conditions of every rule. */
    private static RuleBook with(UnaryOperator<List<Condition>> conditions) {
        List<Rule> rules = new ArrayList<>();
        BOOK.rules().forEach(rule -> rules.add(rule.asking(conditions.apply(rule.conditions()))));
        return BOOK.with(rules);
    }

    private static List<String> cells(ChangedRow row) {
        return row.cells().stream()
                .map(cell -> cell.variable().id() + ": " + cell.words().en())
                .toList();
    }

    @Test
    void aRaisedCeilingChangesWhatIsAboveIt() {
        RuleBook raised = written(MEASURE, "atMost( yuan( 1_000_000 ) )", "atMost( yuan( 1_200_000 ) )");
        MeaningDiff diff = diff(raised);
        assertThat(diff.unproved()).isEmpty();
        assertThat(diff.named()).isEmpty();
        assertThat(diff.rows()).allSatisfy(row -> assertThat(row.item().id()).isEqualTo("design-purchase"));
        List<ChangedRow> eligible = diff.rows().stream()
                .filter(row -> row.wordsAfter().en().startsWith("eligible"))
                .toList();
        String from = "from 6 September 2022";
        String code = "the division code of the place of registration begins with “13”";
        assertThat(eligible.stream().map(MeaningDiffTest::cells))
                .containsExactly(
                        List.of(
                                "asOf: " + from,
                                "Applicant.kind: enterprise",
                                "Applicant.industry: manufacturing",
                                "Applicant.divisionCode: " + code,
                                "DesignPurchase.approvedExpenses: from 2,000,000 to 2,399,999.99"),
                        List.of(
                                "asOf: " + from,
                                "Applicant.kind: enterprise",
                                "Applicant.industry: manufacturing",
                                "Applicant.divisionCode: " + code,
                                "DesignPurchase.approvedExpenses: from 2,400,000"));
        assertThat(eligible.get(0).wordsAfter().en())
                .isEqualTo("eligible: 50% of the sum of the approved expenses in yuan, at most 1,200,000 yuan");
        assertThat(eligible.get(1).wordsBefore().en()).isEqualTo("eligible: 1,000,000.00 yuan");
        assertThat(eligible.get(1).wordsAfter().in(Language.ZH)).isEqualTo("符合条件：1,200,000.00元");
    }

    @Test
    void aRowKeepsItsIdForAsLongAsItSaysTheSame() {
        RuleBook raised = written(MEASURE, "atMost( yuan( 1_000_000 ) )", "atMost( yuan( 1_200_000 ) )");
        List<String> ids = diff(raised).rows().stream().map(ChangedRow::id).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{8}"));
        assertThat(diff(raised).rows().stream().map(ChangedRow::id)).isEqualTo(ids);
    }

    @Test
    void titlesAndLayoutAreNoChange() {
        assertThat(diff(written(MEASURE, "refer( $centre, yuan( 1_000_000 ) );", "refer(\n$centre, yuan( 1000000 ) );"))
                        .isNoChange())
                .isTrue();
        assertThat(diff(written("vocabulary/applicant.drl", "\"manufacturing\"", "\"makers of things\""))
                        .isNoChange())
                .isTrue();
    }

    @Test
    void theOrderOfConditionsIsNoChange() {
        RuleBook reversed = with(conditions -> {
            List<Condition> others = new ArrayList<>(conditions);
            Collections.reverse(others);
            return others;
        });
        assertThat(diff(reversed).isNoChange()).isTrue();
    }

    @Test
    void severalConditionsAreOneThatJoinsThem() {
        RuleBook joined = with(conditions -> List.of(Condition.of(
                new Expression.Junction(
                        true, conditions.stream().map(Condition::expression).toList()),
                "joined",
                Optional.empty(),
                conditions.get(0).place())));
        assertThat(diff(joined).isNoChange()).isTrue();
    }

    @Test
    void conditionsThatSayTheSameInOtherWordsAreProvedToBeNoChange() {
        assertThat(diff(written(MEASURE, "approvedExpenses > 0", "approvedExpenses >= 0.01"))
                        .isNoChange())
                .isTrue();
        assertThat(diff(written(MEASURE, "recognisedOn <= asOf", "recognisedOn <= asOf, !( recognisedOn > asOf )"))
                        .isNoChange())
                .isTrue();
        assertThat(diff(written(
                                MEASURE,
                                "industry == Industry.MANUFACTURING",
                                "industry in ( Industry.MANUFACTURING ), industry != Industry.SERVICES"))
                        .isNoChange())
                .isTrue();
    }

    @Test
    void aDayBetweenTwoDatesIsFound() {
        MeaningDiff diff = diff(written(MEASURE, "recognisedOn <= asOf", "recognisedOn < asOf"));
        assertThat(diff.unproved()).isEmpty();
        assertThat(diff.rows()).isNotEmpty().allSatisfy(row -> assertThat(cells(row))
                .anySatisfy(cell -> assertThat(cell).contains("the date of recognition is not before")));
    }

    /** Days from 2030 on leave no date between them and 2030, so the days before are classes of their own. */
    @Test
    void theDayIsCutWhereDatesThatAreComparedWithItAre() {
        String old = "recognisedOn >= \"2022-09-06\", recognisedOn <= asOf";
        RuleBook before = written(MEASURE, old, "recognisedOn < \"2030-01-01\", recognisedOn > asOf");
        List<Rule> rules = new ArrayList<>(before.rules());
        rules.removeIf(rule -> rule.item().equals("provincial-design-centre"));
        MeaningDiff diff = MeaningDiff.of(before, before.with(rules), Effort.USUAL);
        assertThat(diff.unproved()).isEmpty();
        assertThat(diff.rows())
                .filteredOn(row -> row.wordsBefore().en().startsWith("eligible"))
                .singleElement()
                .satisfies(row -> assertThat(cells(row))
                        .contains("asOf: from 6 September 2022 to 31 December 2029")
                        .contains("DesignCentre.recognisedOn: up to 31 December 2029, "
                                + "and the date of recognition is after the date of the evaluation"));
    }

    /** A number of workers that is no year has no year that equals it. */
    @Test
    void aNumberIsCutWhereAnotherThatIsComparedWithItEnds() {
        Operand difference = new Operand.WeightedSum(
                List.of(
                        new Operand.WeightedSum.Term(BigDecimal.ONE, ofWorks("workers")),
                        new Operand.WeightedSum.Term(BigDecimal.ONE.negate(), ofWorks("year"))),
                BigDecimal.ZERO);
        MeaningDiff diff = diffWithout(compared(difference, Operator.EQUAL, 0));
        assertThat(diff.rows()).extracting(row -> row.before().status()).contains(Optional.of(Status.REFERRED));
        assertThat(rowsOf(diff, 2022, 2022)).hasSize(1);
        assertThat(rowsOf(diff, 2022, null)).hasSize(1);
        assertThat(rowsOf(diff, 2022, 2023)).isEmpty();
    }

    /** A table without a row decides neither that a comparison holds nor that the contrary does. */
    @Test
    void whatATableHasNoRowForIsFoundToo() {
        Table table = new Table(
                new Table.Head(
                        "table", false, Optional.empty(), Optional.empty(), List.of("workers", "year"), WORKS.place()),
                List.of(row(0, 9, 1), row(20, 29, 2)));
        Operand number = new Operand.Lookup(table, List.of(ofWorks("workers"), ofWorks("year")), false);
        Condition one = compared(number, Operator.EQUAL, 1);
        Condition recent = compared(ofWorks("year"), Operator.GREATER_OR_EQUAL, 2022);
        MeaningDiff diff = MeaningDiff.of(specimen(recent, one), specimen(recent), Effort.USUAL);
        assertThat(diff.unproved()).isEmpty();
        assertThat(rowsOf(diff, 5, 2022)).isEmpty();
        assertThat(rowsOf(diff, 15, 2022)).hasSize(1);
        assertThat(rowsOf(diff, 15, 2021)).isEmpty();
        assertThat(rowsOf(diff, 25, 2022)).hasSize(1);
    }

    private static Table.Row row(int from, int to, int number) {
        return new Table.Row(
                WORKS.place(), List.of(between(from, to), between(2020, 2030)), BigDecimal.valueOf(number));
    }

    private static Cell between(int from, int to) {
        return Cell.Between.of(
                Optional.of(BigDecimal.valueOf(from)), true, Optional.of(BigDecimal.valueOf(to)), true, 0);
    }

    private static Operand.FieldValue ofWorks(String field) {
        FactType works = WORKS.claim().orElseThrow();
        return new Operand.FieldValue(works, works.field(field).orElseThrow());
    }

    private static Condition compared(Operand number, Operator operator, int with) {
        Expression test = new Expression.Comparison(
                number, operator, new Operand.Literal(ValueType.DECIMAL, BigDecimal.valueOf(with)));
        return Condition.of(test, "a comparison", Optional.empty(), WORKS.place());
    }

    /** The specimen with one rule, which asks for some conditions. */
    private static RuleBook specimen(Condition... conditions) {
        return AskedRequests.SPECIMEN.book().with(List.of(WORKS.asking(List.of(conditions))));
    }

    /** The difference of a rule from none. */
    private static MeaningDiff diffWithout(Condition condition) {
        RuleBook before = specimen(condition);
        return MeaningDiff.of(before, before.with(List.of()), Effort.USUAL);
    }

    /** The rows that a request is in. */
    private static List<ChangedRow> rowsOf(MeaningDiff diff, int workers, @Nullable Integer year) {
        Situation situation = Situation.EMPTY
                .with(new Variable.Day(), one(LocalDate.of(2022, 10, 1)))
                .with(new Variable.OfField(ofWorks("workers")), one(workers));
        Situation told = year == null ? situation : situation.with(new Variable.OfField(ofWorks("year")), one(year));
        Facts facts = new Portrait(AskedRequests.SPECIMEN.book().vocabulary(), WORKS.claim())
                .of(told)
                .orElseThrow();
        return diff.rows().stream().filter(row -> row.includes(facts)).toList();
    }

    private static ValueClass one(Object value) {
        return new ValueClass.OneOf(List.of(value));
    }

    @Test
    void aRemovedItemAndANewOneAreNamed() {
        List<Rule> fewer = new ArrayList<>(BOOK.rules());
        fewer.remove(0);
        MeaningDiff removed = diff(BOOK.with(fewer));
        assertThat(removed.named()).extracting(NamedChange::kind).containsExactly(NamedChange.Kind.REMOVED_ITEM);
        assertThat(removed.rows()).isNotEmpty();
        MeaningDiff back = MeaningDiff.of(BOOK.with(fewer), BOOK, Effort.USUAL);
        assertThat(back.named()).extracting(NamedChange::kind).containsExactly(NamedChange.Kind.NEW_ITEM);
        assertThat(back.rows()).hasSameSizeAs(removed.rows());
    }

    @Test
    void aChangedLimitIsNamedAndNeverNoChange() {
        RuleBook limited = book(SourceFolder.sources(Path.of("src/test/resources/limits")));
        List<Mutant> mutants = Mutants.of(limited).stream()
                .filter(mutant -> !mutant.book().limits().equals(limited.limits())
                        || mutant.change().en().contains("limit"))
                .toList();
        assertThat(mutants).isNotEmpty().allSatisfy(mutant -> {
            MeaningDiff diff = MeaningDiff.of(limited, mutant.book(), Effort.USUAL);
            assertThat(diff.isNoChange()).describedAs(mutant.change().en()).isFalse();
        });
    }

    @Test
    void aFieldThatIsDeclaredOtherwiseProvesNothing() {
        MeaningDiff diff = diff(written(
                "hebei-quality-2022/claims.drl",
                "approvedExpenses : BigDecimal @changeable",
                "approvedExpenses : BigDecimal @range( \"0..5000000\" ) @changeable"));
        assertThat(diff.named()).extracting(NamedChange::kind).containsExactly(NamedChange.Kind.FIELD);
        assertThat(diff.unproved()).isNotEmpty();
        assertThat(diff.isNoChange()).isFalse();
    }

    @Test
    void aConstantThatIsNewIsNamedSinceRequestsCanHaveIt() {
        MeaningDiff diff = diff(written(
                "vocabulary/applicant.drl",
                "OTHER( \"other\", \"其他行业\" );",
                "OTHER( \"other\", \"其他行业\" ), FISHING( \"fishing\", \"渔业\" );"));
        assertThat(diff.rows()).isEmpty();
        assertThat(diff.named()).extracting(change -> change.subject().en()).containsExactly("industry");
        assertThat(diff.isNoChange()).isFalse();
    }

    @Test
    void nothingIsProvedWhereTheEffortIsSpent() {
        RuleBook other = written(MEASURE, "approvedExpenses > 0", "approvedExpenses >= 0.01");
        MeaningDiff diff = MeaningDiff.of(BOOK, other, new Effort(10, file -> {}));
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.isNoChange()).isFalse();
        assertThat(diff.unproved()).extracting(unproved -> unproved.item().id()).containsExactly("design-purchase");
    }

    @Test
    void whoeverAsksForItCanStopTheSearch() {
        RuleBook other = written(MEASURE, "approvedExpenses > 0", "approvedExpenses >= 0.01");
        Effort stopped = new Effort(1_000, item -> {
            throw new IllegalStateException(item);
        });
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> MeaningDiff.of(BOOK, other, stopped))
                .withMessageContaining("design-purchase");
    }

    @Test
    void twoRulesetsAreComparedAsTheirBooksAre() {
        Ruleset ruleset = Ruleset.of(BOOK);
        assertThat(MeaningDiff.of(ruleset, ruleset, Effort.USUAL).isNoChange()).isTrue();
    }

    /** Scenarios notice all mutants of the first policy, so none means the same. One of each four is looked at here. */
    @Test
    void aMutantOfTheFirstPolicyMeansSomethingElse() {
        List<Mutant> mutants = Mutants.of(BOOK);
        assertThat(mutants)
                .filteredOn(mutant -> mutants.indexOf(mutant) % 4 == 0)
                .allSatisfy(mutant -> {
                    MeaningDiff diff = diff(mutant.book());
                    assertThat(diff.rows()).describedAs(mutant.change().en()).isNotEmpty();
                    assertThat(diff.unproved())
                            .describedAs(mutant.change().en())
                            .isEmpty();
                });
    }
}
