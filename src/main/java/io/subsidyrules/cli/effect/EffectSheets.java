package io.subsidyrules.cli.effect;

import io.subsidyrules.cli.sheet.Sheet;
import io.subsidyrules.effect.City;
import io.subsidyrules.effect.EffectTotals;
import io.subsidyrules.effect.ItemEffect;
import io.subsidyrules.effect.RefusedRequest;
import io.subsidyrules.effect.RequestEffect;
import io.subsidyrules.effect.Sum;
import io.subsidyrules.effect.Tally;
import io.subsidyrules.effect.Verdict;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Effects as tables: the sums, those of items and cities that change, and whom the change concerns. */
final class EffectSheets {

    /** So many rows are named of winners, of losers, of others, and of those that are refused. */
    static final int MOST_NAMED = 50;

    /** In a cell that has nothing to say. */
    private static final String NONE = "–";

    private final EffectWords words;

    EffectSheets(Language language) {
        this.words = new EffectWords(language);
    }

    /**
     * The tables.
     *
     * @param named the first requests with each verdict
     * @param refused the first of those that are refused
     */
    List<Sheet> of(
            String file, EffectTotals totals, Map<Verdict, List<RequestEffect>> named, List<RefusedRequest> refused) {
        List<Sheet> sheets = new ArrayList<>(List.of(sums(file, totals)));
        if (totals.requests().isChanged()) {
            sheets.add(items(totals));
            sheets.add(cities(totals));
        }
        for (Verdict verdict : List.of(Verdict.WINNER, Verdict.LOSER, Verdict.OTHERWISE)) {
            List<RequestEffect> first = named.getOrDefault(verdict, List.of());
            if (!first.isEmpty()) {
                sheets.add(named(verdict, first, totals.requests().count(verdict)));
            }
        }
        if (!refused.isEmpty()) {
            sheets.add(refused(refused, totals.refused()));
        }
        return sheets;
    }

    private Sheet sums(String file, EffectTotals totals) {
        Tally requests = totals.requests();
        List<String> notes = new ArrayList<>();
        notes.add(words.text(
                "counts",
                totals.read(),
                requests.count(Verdict.WINNER),
                requests.count(Verdict.LOSER),
                requests.count(Verdict.OTHERWISE),
                requests.count(Verdict.UNCHANGED),
                totals.refused()));
        notes.add(words.text("evaluated"));
        note("otherEntries", totals.passedOver(), notes);
        note("revocations", totals.revocations(), notes);
        note("revoked", totals.revoked(), notes);
        note("partly", totals.partly(), notes);
        List<List<String>> rows = requests.sums().byCurrency().entrySet().stream()
                .map(sum -> cells(List.of(new Currency(sum.getKey()).code()), amounts(sum)))
                .toList();
        List<String> columns = cells(List.of(words.text("currency")), amountColumns());
        return new Sheet(words.text("title", file), columns, amountColumns().size(), rows, notes);
    }

    private void note(String key, long count, List<String> notes) {
        if (count > 0) {
            notes.add(words.text(key, count));
        }
    }

    private Sheet items(EffectTotals totals) {
        List<List<String>> rows = new ArrayList<>();
        long same = 0;
        for (Map.Entry<RuledItem, Tally> item : totals.byItem().entrySet()) {
            RuledItem named = item.getKey();
            if (item.getValue().isChanged()) {
                List<String> head =
                        List.of(named.id(), words.text("ofPolicy", named.clause(), named.title(), named.policy()));
                rows.addAll(rows(head, item.getValue()));
            } else {
                same++;
            }
        }
        List<String> columns = cells(List.of(words.text("itemId"), words.text("clause")), tallyColumns());
        return new Sheet(
                words.text("byItem"), columns, tallyColumns().size(), rows, List.of(words.text("sameItems", same)));
    }

    private Sheet cities(EffectTotals totals) {
        List<List<String>> rows = new ArrayList<>();
        long same = 0;
        for (Map.Entry<City, Tally> city : totals.byCity().entrySet()) {
            if (city.getValue().isChanged()) {
                rows.addAll(rows(head(city.getKey()), city.getValue()));
            } else {
                same++;
            }
        }
        List<String> columns = cells(List.of(words.text("code"), words.text("city")), tallyColumns());
        return new Sheet(
                words.text("byCity"), columns, tallyColumns().size(), rows, List.of(words.text("sameCities", same)));
    }

    private List<String> head(City city) {
        return city.code()
                .map(code -> List.of(code, city.name().orElse(words.text("noName"))))
                .orElse(List.of(words.text("unknown"), words.text("unknownCity")));
    }

    /** A row for each currency; one where nothing is paid. */
    private List<List<String>> rows(List<String> head, Tally tally) {
        List<String> counts = Stream.of(Verdict.WINNER, Verdict.LOSER, Verdict.OTHERWISE)
                .map(verdict -> Long.toString(tally.count(verdict)))
                .toList();
        Map<String, Sum> sums = tally.sums().byCurrency();
        if (sums.isEmpty()) {
            return List.of(cells(head, cells(counts, List.of(NONE, NONE, NONE))));
        }
        return sums.entrySet().stream()
                .map(sum -> cells(head, cells(counts, amounts(sum))))
                .toList();
    }

    private List<String> amounts(Map.Entry<String, Sum> sum) {
        Sum amounts = sum.getValue();
        return List.of(
                words.sum(amounts.before(), sum.getKey()),
                words.sum(amounts.after(), sum.getKey()),
                words.difference(amounts.difference(), sum.getKey()));
    }

    private List<String> amountColumns() {
        return List.of(words.text("before"), words.text("after"), words.text("difference"));
    }

    private List<String> tallyColumns() {
        return cells(List.of(words.text("WINNER"), words.text("LOSER"), words.text("OTHERWISE")), amountColumns());
    }

    private Sheet named(Verdict verdict, List<RequestEffect> first, long count) {
        boolean recorded = first.stream().anyMatch(request -> request.decision().isPresent());
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int told = 0;
        for (RequestEffect request : first) {
            if (rows.size() >= MOST_NAMED) {
                break;
            }
            told++;
            List<ItemEffect> changes = request.changes();
            changes.stream().limit(MOST_NAMED).forEach(change -> rows.add(row(request, change, recorded)));
            if (changes.size() > MOST_NAMED) {
                notes.add(words.text("moreItems", request.line(), changes.size() - MOST_NAMED));
            }
        }
        if (count > told) {
            notes.add(words.text("moreRequests", told, count - told));
        }
        List<String> columns = cells(
                headColumns(recorded),
                List.of(
                        words.text("applicant"),
                        words.text("claim"),
                        words.text("itemNamed"),
                        words.text("before"),
                        words.text("after")));
        return new Sheet(words.text("named" + verdict.name()), columns, 2, rows, notes);
    }

    private List<String> row(RequestEffect request, ItemEffect change, boolean recorded) {
        return cells(
                head(request.line(), request.decision(), recorded),
                List.of(
                        request.applicant().orElse(NONE),
                        change.claim().orElse(NONE),
                        words.item(change.item()),
                        words.state(change.before()),
                        words.state(change.after())));
    }

    private Sheet refused(List<RefusedRequest> first, long count) {
        boolean recorded = first.stream().anyMatch(request -> request.decision().isPresent());
        List<List<String>> rows = new ArrayList<>();
        for (RefusedRequest request : first) {
            for (RefusedRequest.Refusal refusal : request.refusals()) {
                List<String> head = head(request.line(), request.decision(), recorded);
                rows.add(cells(head, List.of(words.refusal(refusal))));
            }
        }
        List<String> notes = count > first.size()
                ? List.of(words.text("moreRequests", first.size(), count - first.size()))
                : List.of();
        List<String> columns = cells(headColumns(recorded), List.of(words.text("reason")));
        return new Sheet(words.text("namedREFUSED"), columns, 1, rows, notes);
    }

    /** The line of a request, and its decision where some of them were recorded. */
    private static List<String> head(int line, Optional<String> decision, boolean recorded) {
        String number = Integer.toString(line);
        return recorded ? List.of(number, decision.orElse(NONE)) : List.of(number);
    }

    private List<String> headColumns(boolean recorded) {
        return recorded ? List.of(words.text("line"), words.text("decision")) : List.of(words.text("line"));
    }

    private static List<String> cells(List<String> head, List<String> rest) {
        return Stream.concat(head.stream(), rest.stream()).toList();
    }
}
