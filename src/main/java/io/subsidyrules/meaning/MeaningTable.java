package io.subsidyrules.meaning;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.meaning.tree.Judge;
import io.subsidyrules.meaning.tree.Payment;
import io.subsidyrules.meaning.tree.Search;
import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rulebook as tables that a reader can check against the text: for each type of claim every combination of classes of
 * its fields, in few rows, with what each item comes to. It is worked out by evaluating, before any limit over several
 * awards.
 *
 * @param tables in the order of the rules; the items on the applicant alone, and those of claims that would make too
 *     many rows together, each in a table of its own
 * @param findings what looks wrong; none of it need be
 */
public record MeaningTable(List<TypeTable> tables, List<Finding> findings) {

    /** A reader gives up on longer ones, and items that hang on other fields each multiply the rows. */
    private static final int MOST_ROWS = 200;
    /** No more than this part of the effort is spent on a table that may become too long. */
    private static final int PART = 10;
    /** The part that is spent on each condition that may never matter. */
    private static final int FINDING_PART = 20;

    public MeaningTable {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }

    /** The tables of a ruleset. */
    public static MeaningTable of(Ruleset ruleset, Effort effort) {
        return of(ruleset.book(), effort);
    }

    /** The tables of a rulebook. */
    public static MeaningTable of(RuleBook book, Effort effort) {
        Map<Optional<String>, List<MeantItem>> byType = new LinkedHashMap<>();
        MeantItem.of(book).forEach(item -> byType.computeIfAbsent(item.claim(), first -> new ArrayList<>())
                .add(item));
        List<TypeTable> tables = new ArrayList<>();
        byType.forEach((claim, items) -> tables.addAll(tables(book, claim, items, effort)));
        return new MeaningTable(tables, new Findings(book, tables, effort.part(FINDING_PART)).all());
    }

    private static List<TypeTable> tables(RuleBook book, Optional<String> claim, List<MeantItem> items, Effort effort) {
        if (claim.isPresent() && items.size() > 1) {
            TypeTable together = table(book, claim, items, effort.part(PART));
            if (together.rows().size() <= MOST_ROWS && together.isProved()) {
                return List.of(together);
            }
        }
        return items.stream()
                .map(item -> table(book, claim, List.of(item), effort))
                .toList();
    }

    private static TypeTable table(RuleBook book, Optional<String> claim, List<MeantItem> items, Effort effort) {
        Optional<FactType> type = claim.flatMap(book.vocabulary()::claim);
        Text title = type.map(FactType::title)
                .orElseGet(() -> book.vocabulary().applicant().title());
        try (Judge judge = new Judge(book, items.stream().map(MeantItem::name).toList(), type)) {
            Search<List<Payment>> search = Search.payments(
                    judge, items.size(), claim.orElse("") + "/" + items.get(0).id(), effort);
            return TypeTable.of(claim, title, items, search);
        }
    }
}
