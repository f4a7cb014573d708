package io.subsidyrules.cli.effect;

import io.subsidyrules.cli.sheet.Sheet;
import io.subsidyrules.effect.City;
import io.subsidyrules.effect.EffectTotals;
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
import java.util.stream.Stream;

/** Effects as tables: the sums, those of the items and cities of which something changes, and who is concerned. */
final class EffectSheets {

    private final EffectWords words;
    private final NamedSheets naming;

    EffectSheets(Language language) {
        this.words = new EffectWords(language);
        this.naming = new NamedSheets(words);
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
                sheets.add(naming.changed(verdict, first, totals.requests().count(verdict)));
            }
        }
        if (!refused.isEmpty()) {
            sheets.add(naming.refused(refused, totals.refused()));
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
                .map(sum -> EffectWords.cells(List.of(new Currency(sum.getKey()).code()), amounts(sum)))
                .toList();
        List<String> columns = EffectWords.cells(List.of(words.text("currency")), amountColumns());
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
        List<String> columns = EffectWords.cells(List.of(words.text("itemId"), words.text("clause")), tallyColumns());
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
        List<String> columns = EffectWords.cells(List.of(words.text("code"), words.text("city")), tallyColumns());
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
            return List.of(EffectWords.cells(
                    head, EffectWords.cells(counts, List.of(EffectWords.NONE, EffectWords.NONE, EffectWords.NONE))));
        }
        return sums.entrySet().stream()
                .map(sum -> EffectWords.cells(head, EffectWords.cells(counts, amounts(sum))))
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
        return EffectWords.cells(
                List.of(words.text("winners"), words.text("losers"), words.text("otherwise")), amountColumns());
    }
}
