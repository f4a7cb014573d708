package io.subsidyrules.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.GivenRequest;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.meaning.tree.Payment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The tables of the first policy: their rows, what they cover, and what is found beside them. */
class MeaningTableTest {

    private static final RuleBook BOOK = AskedRequests.RULES.book();
    private static final MeaningTable TABLE = MeaningTable.of(AskedRequests.RULES, Effort.USUAL);

    private static TypeTable table(String claim) {
        return TABLE.tables().stream()
                .filter(table -> table.claim().equals(Optional.of(claim)))
                .findFirst()
                .orElseThrow();
    }

    private static Rule rule(String name) {
        return BOOK.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String said(TableRow row) {
        return row.cells().stream()
                        .map(cell -> cell.variable().id() + ": " + cell.words().en())
                        .toList()
                + " "
                + row.outcomes().get(0).en();
    }

    @Test
    void designPurchasesMakeTheRowsThatTheTextHas() {
        TypeTable table = table("DesignPurchase");
        assertThat(table.rows()).hasSize(11);
        String who = "[asOf: from 6 September 2022, Applicant.kind: enterprise, Applicant.industry: manufacturing, "
                + "Applicant.divisionCode: the division code of the place of registration begins with “13”, "
                + "DesignPurchase.approvedExpenses: ";
        assertThat(table.rows().stream().map(MeaningTableTest::said))
                .contains(
                        who + "from 0.01 to 1,999,999.99] eligible: "
                                + "50% of the sum of the approved expenses in yuan, at most 1,000,000 yuan",
                        who + "from 2,000,000] eligible: 1,000,000.00 yuan",
                        who + "unknown] undetermined",
                        "[asOf: up to 5 September 2022] not eligible",
                        "[asOf: from 6 September 2022, Applicant.kind: institution, or demonstration zone operator]"
                                + " not eligible");
        assertThat(table.rows().stream().map(TableRow::id)).doesNotHaveDuplicates();
    }

    @Test
    void theRowsCoverAllClasses() {
        TypeTable table = table("DesignPurchase");
        // The day 2, the code, the kind and the industry 3 each, the expenses 4.
        assertThat(table.classes()).isEqualTo(216);
        assertThat(table.coverage().en()).isEqualTo("These 11 rows cover all 216 classes.");
        assertThat(TABLE.tables()).allSatisfy(each -> {
            assertThat(each.isProved()).isTrue();
            assertThat(each.rows().stream().map(TableRow::classes).reduce(BigInteger.ZERO, BigInteger::add))
                    .isEqualTo(each.classes());
        });
    }

    @Provide
    Arbitrary<AskedRequest> requests() {
        return AskedRequests.to(AskedRequests.RULES);
    }

    @Property(tries = 1000)
    void everyRequestIsInOneRowThatSaysWhatItIsAnswered(@ForAll("requests") AskedRequest asked) {
        GivenRequest given = asked.request();
        List<GivenRequest> alone = given.claims().isEmpty()
                ? List.of(given)
                : given.claims().stream().map(given::alone).toList();
        for (GivenRequest one : alone) {
            AskedRequest question = new AskedRequest(asked.ruleset(), one);
            Request read = question.read();
            Answer answer = question.answer(Explain.FULL);
            Fact applicant = read.applicant();
            for (ItemAnswer item : answer.supports()) {
                isSaid(Optional.empty(), new Facts(applicant, applicant), item);
            }
            for (int i = 0; i < answer.claims().size(); i++) {
                Facts facts = new Facts(applicant, read.claims().get(i).fact());
                Optional<String> type = Optional.of(answer.claims().get(i).type());
                answer.claims().get(i).items().forEach(item -> isSaid(type, facts, item));
            }
        }
    }

    private static void isSaid(Optional<String> claim, Facts facts, ItemAnswer item) {
        TypeTable table = TABLE.tables().stream()
                .filter(each -> each.claim().equals(claim) && index(each, item) >= 0)
                .findFirst()
                .orElseThrow();
        List<TableRow> rows =
                table.rows().stream().filter(row -> row.includes(facts)).toList();
        assertThat(rows).hasSize(1);
        Payment payment = rows.get(0).payments().get(index(table, item));
        assertThat(payment.status()).contains(item.status());
        if (payment.money().orElse(null) instanceof Payment.Exact exact) {
            assertThat(item.amount().or(item::atStake)).contains(exact.yuan());
        }
    }

    private static int index(TypeTable table, ItemAnswer item) {
        return table.items().stream()
                .map(MeantItem::id)
                .toList()
                .indexOf(item.item().id());
    }

    @Test
    void nothingLooksWrongInTheFirstPolicy() {
        assertThat(TABLE.findings()).isEmpty();
    }

    private static List<String> findings(Rule old, List<Rule> others) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : BOOK.rules()) {
            if (rule.claim().equals(old.claim())) {
                rules.addAll(rule.equals(old) ? others : List.of(rule));
            }
        }
        return MeaningTable.of(BOOK.with(rules), Effort.USUAL).findings().stream()
                .map(finding -> finding.words().en())
                .toList();
    }

    private static List<Condition> and(Rule rule, Expression expression) {
        List<Condition> more = new ArrayList<>(rule.conditions());
        more.add(Condition.of(expression, "more", Optional.empty(), rule.place()));
        return more;
    }

    @Test
    void aRuleThatNothingSatisfiesIsFound() {
        Rule rule = rule("design-purchase");
        Expression contrary = rule.conditions().get(0).expression().negated();
        assertThat(findings(rule, List.of(rule.asking(and(rule, contrary)))))
                .contains("No request satisfies the rule design-purchase");
    }

    @Test
    void aConditionThatNeverMattersIsFound() {
        Rule rule = rule("design-purchase");
        Operand.FieldValue expenses = rule.amount().orElseThrow().reads().get(0);
        Expression weaker = new Expression.Comparison(
                expenses, Operator.GREATER_OR_EQUAL, new Operand.Literal(ValueType.DECIMAL, BigDecimal.ZERO));
        assertThat(findings(rule, List.of(rule.asking(and(rule, weaker)))))
                .containsExactly("In the rule design-purchase, nothing changes without the condition more");
    }

    @Test
    void twoAwardsOfOneClauseForOneClaimAreFound() {
        Rule rule = rule("design-purchase");
        Rule second = new Rule(
                "second",
                rule.policy(),
                "second",
                rule.clause(),
                rule.per(),
                rule.currency(),
                rule.readings(),
                rule.period(),
                rule.decides(),
                rule.conditions(),
                rule.claim(),
                rule.outcome(),
                rule.amount(),
                rule.places());
        assertThat(findings(rule, List.of(rule, second)))
                .singleElement()
                .asString()
                .startsWith("Clause 9.3 gives both ")
                .contains("second");
    }
}
