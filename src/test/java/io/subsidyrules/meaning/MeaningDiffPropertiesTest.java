package io.subsidyrules.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.GivenRequest;
import io.subsidyrules.engine.random.RandomRequests;
import io.subsidyrules.engine.random.RandomRules;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.meaning.form.WrittenForm;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.meaning.tree.Payment;
import io.subsidyrules.policy.Yuan;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The difference in meaning beside brute force: whatever two rulebooks answer differently is in a row. */
class MeaningDiffPropertiesTest {

    private static final int REQUESTS = 150;

    /** Two rulebooks and requests to both. */
    record Compared(Ruleset before, Ruleset after, String change, List<GivenRequest> requests) {
        @Override
        public String toString() {
            return change;
        }
    }

    @Provide
    Arbitrary<Compared> changes() {
        return Arbitraries.oneOf(
                        new RandomRules(AskedRequests.SPECIMEN.book()).books(),
                        RandomRules.withFormulas(AskedRequests.SPECIMEN.book()).books(),
                        Arbitraries.of(AskedRequests.RULES.book(), AskedRequests.SPECIMEN.book()))
                .flatMap(book -> Combinators.combine(Arbitraries.longs(), requests(book))
                        .as((seed, requests) -> compared(book, seed, requests)))
                .withoutEdgeCases();
    }

    /** A change that no ruleset can be made of is left out. */
    private static Compared compared(RuleBook book, long seed, List<GivenRequest> requests) {
        RuleBook changed = RandomChange.of(book, seed);
        try {
            return new Compared(Ruleset.of(book), Ruleset.of(changed), book.version() + " " + seed, requests);
        } catch (FaultsException unsound) {
            return new Compared(Ruleset.of(book), Ruleset.of(book), "none", List.of());
        }
    }

    private static Arbitrary<List<GivenRequest>> requests(RuleBook book) {
        return new RandomRequests(book).requests().list().ofSize(REQUESTS);
    }

    @Property(tries = 60)
    void whatIsAnsweredDifferentlyIsInOneRow(@ForAll("changes") Compared compared) {
        MeaningDiff diff = MeaningDiff.of(compared.before(), compared.after(), new Effort(20_000, file -> {}));
        Statistics.label("found")
                .collect(diff.isNoChange() ? "no change" : diff.unproved().isEmpty() ? "rows" : "not proved");
        int[] met = new int[1];
        for (GivenRequest request : compared.requests()) {
            for (GivenRequest alone : single(request)) {
                check(compared, alone, diff, met);
            }
        }
        Statistics.label("requests that differ").collect(met[0] > 0);
    }

    private static List<GivenRequest> single(GivenRequest request) {
        return request.claims().isEmpty()
                ? List.of(request)
                : request.claims().stream().map(request::alone).toList();
    }

    private static void check(Compared compared, GivenRequest given, MeaningDiff diff, int[] met) {
        AskedRequest asked = new AskedRequest(compared.before(), given);
        Request read = asked.read();
        Fact applicant = read.applicant();
        Facts facts = new Facts(
                applicant,
                read.claims().isEmpty() ? applicant : read.claims().get(0).fact());
        List<ItemAnswer> before = items(asked.answer(Explain.FULL));
        List<ItemAnswer> after = items(new AskedRequest(compared.after(), given).answer(Explain.FULL));
        for (ItemAnswer one : before) {
            Optional<ItemAnswer> other = after.stream()
                    .filter(item -> item.item().id().equals(one.item().id())
                            && item.item().policy().equals(one.item().policy()))
                    .findFirst();
            List<ChangedRow> rows = diff.rows().stream()
                    .filter(row -> row.item().id().equals(one.item().id())
                            && row.item().policy().equals(one.item().policy())
                            && row.includes(facts))
                    .toList();
            boolean differs =
                    !said(one).equals(other.map(MeaningDiffPropertiesTest::said).orElse("NOT_ELIGIBLE"));
            met[0] += differs ? 1 : 0;
            boolean unproved = diff.unproved().stream()
                    .anyMatch(doubt -> doubt.item().id().equals(one.item().id()));
            if (!unproved) {
                assertThat(rows).hasSizeLessThanOrEqualTo(1);
                if (differs) {
                    assertThat(rows)
                            .describedAs(
                                    "%s -> %s\n%s\n%s\n%s",
                                    said(one),
                                    other.map(MeaningDiffPropertiesTest::said),
                                    written(one),
                                    other.map(MeaningDiffPropertiesTest::written),
                                    given)
                            .hasSize(1);
                }
            }
            for (ChangedRow row : unproved ? List.<ChangedRow>of() : rows) {
                String which = described(row) + "\n" + written(one) + "\n"
                        + other.map(MeaningDiffPropertiesTest::written) + "\n" + given;
                isPaid(row.before(), one, which);
                other.ifPresent(item -> isPaid(row.after(), item, which));
            }
        }
    }

    private static String described(ChangedRow row) {
        return row.cells().stream()
                        .map(cell -> cell.variable().id() + " " + cell.words().en())
                        .toList() + " " + row.wordsBefore().en() + " -> "
                + row.wordsAfter().en();
    }

    private static String written(ItemAnswer item) {
        return item.rule().conditions().stream()
                        .map(condition -> condition.source())
                        .toList() + " " + item.rule().amount().map(WrittenForm::of);
    }

    private static void isPaid(Payment payment, ItemAnswer item, String which) {
        assertThat(payment.status()).describedAs(which).contains(item.status());
        if (payment.money().orElse(null) instanceof Payment.Exact exact) {
            assertThat(money(item)).describedAs(which).contains(exact.yuan());
        }
    }

    private static String said(ItemAnswer item) {
        return item.status() + money(item).map(money -> " " + money).orElse("");
    }

    private static Optional<Yuan> money(ItemAnswer item) {
        return item.amount()
                .or(item::atStake)
                .filter(money -> item.status() != Status.UNDETERMINED)
                .filter(money -> item.rule().amount().isPresent());
    }

    private static List<ItemAnswer> items(Answer answer) {
        return answer.claims().isEmpty()
                ? answer.supports()
                : answer.claims().get(0).items();
    }
}
