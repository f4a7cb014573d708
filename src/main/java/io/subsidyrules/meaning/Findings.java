package io.subsidyrules.meaning;

import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.meaning.tree.Judge;
import io.subsidyrules.meaning.tree.Payment;
import io.subsidyrules.meaning.tree.Search;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for what a reader of the tables should look at. Only what is proved is found. */
final class Findings {

    private final RuleBook book;
    private final List<TypeTable> tables;
    private final Effort effort;
    private final List<Finding> found = new ArrayList<>();

    Findings(RuleBook book, List<TypeTable> tables, Effort effort) {
        this.book = book;
        this.tables = tables;
        this.effort = effort;
    }

    List<Finding> all() {
        for (TypeTable table : tables) {
            overlaps(table);
            for (int i = 0; i < table.items().size(); i++) {
                MeantItem item = table.items().get(i);
                List<Rule> rules = item.rules(book);
                boolean holds = rules.size() == 1 && (table.canHold(i) || !table.isProved());
                if (!holds) {
                    rules.stream()
                            .filter(rule -> canNeverHold(item, rule))
                            .map(Finding::neverHolds)
                            .forEach(found::add);
                }
                idleConditions(item, rules);
            }
        }
        return found;
    }

    /** The first row of each two awards that are given for one claim by the same clause. */
    private void overlaps(TypeTable table) {
        Set<List<MeantItem>> pairs = new HashSet<>();
        for (TableRow row : table.rows()) {
            List<MeantItem> awarded = new ArrayList<>();
            for (int i = 0; i < table.items().size(); i++) {
                Payment payment = row.payments().get(i);
                if (payment.money().isPresent()
                        && payment.status().filter(Status.ELIGIBLE::equals).isPresent()) {
                    awarded.add(table.items().get(i));
                }
            }
            for (MeantItem one : awarded) {
                awarded.stream()
                        .filter(other -> !other.equals(one)
                                && other.policy().equals(one.policy())
                                && other.clause().equals(one.clause())
                                && !pairs.contains(List.of(other, one))
                                && pairs.add(List.of(one, other)))
                        .forEach(other -> found.add(Finding.overlap(
                                one, other, row, other.rules(book).get(0).place())));
            }
        }
    }

    private boolean canNeverHold(MeantItem item, Rule rule) {
        try (Judge judge = item.judge(book.with(List.of(rule)))) {
            Search<List<Payment>> search = Search.payments(judge, 1, rule.name(), effort);
            return search.isProved()
                    && search.boxes().stream()
                            .map(box -> box.result().get(0).status())
                            .noneMatch(status -> status.filter(one -> one == Status.ELIGIBLE || one == Status.REFERRED)
                                    .isPresent());
        }
    }

    private void idleConditions(MeantItem item, List<Rule> rules) {
        try (IdleConditions idle = new IdleConditions(book, item)) {
            for (Rule rule : idle.canProve() ? rules : List.<Rule>of()) {
                rule.conditions().stream()
                        .filter(condition -> idle.isIdle(List.of(rule), condition, rule.name(), effort))
                        .forEach(condition -> found.add(Finding.neverMatters(rule, condition)));
            }
        }
    }
}
