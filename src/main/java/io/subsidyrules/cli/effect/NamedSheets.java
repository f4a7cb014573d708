package io.subsidyrules.cli.effect;

import io.subsidyrules.cli.sheet.Sheet;
import io.subsidyrules.effect.ItemEffect;
import io.subsidyrules.effect.RefusedRequest;
import io.subsidyrules.effect.RequestEffect;
import io.subsidyrules.effect.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables that name requests: the first that win, lose, change otherwise or are refused. */
final class NamedSheets {

    /** So many requests, and items of a request, are named in each table. */
    static final int MOST = 50;

    private final EffectWords words;

    NamedSheets(EffectWords words) {
        this.words = words;
    }

    /**
     * Those with a verdict.
     *
     * @param first of them
     * @param count of all of them
     */
    Sheet changed(Verdict verdict, List<RequestEffect> first, long count) {
        boolean recorded = first.stream().anyMatch(request -> request.decision().isPresent());
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int told = 0;
        for (RequestEffect request : first) {
            if (rows.size() >= MOST) {
                break;
            }
            told++;
            List<ItemEffect> changes = request.changes();
            changes.stream().limit(MOST).forEach(change -> rows.add(row(request, change, recorded)));
            if (changes.size() > MOST) {
                notes.add(words.text("moreItems", request.line(), changes.size() - MOST));
            }
        }
        if (count > told) {
            notes.add(words.text("moreRequests", told, count - told));
        }
        List<String> columns = EffectWords.cells(
                headColumns(recorded),
                List.of(
                        words.text("applicant"),
                        words.text("claim"),
                        words.text("itemNamed"),
                        words.text("before"),
                        words.text("after")));
        return new Sheet(title(verdict), columns, 2, rows, notes);
    }

    private List<String> row(RequestEffect request, ItemEffect change, boolean recorded) {
        return EffectWords.cells(
                head(request.line(), request.decision(), recorded),
                List.of(
                        request.applicant().orElse(EffectWords.NONE),
                        change.claim().orElse(EffectWords.NONE),
                        words.item(change.item()),
                        words.state(change.before()),
                        words.state(change.after())));
    }

    /**
     * Those that are refused.
     *
     * @param first of them
     * @param count of all of them
     */
    Sheet refused(List<RefusedRequest> first, long count) {
        boolean recorded = first.stream().anyMatch(request -> request.decision().isPresent());
        List<List<String>> rows = new ArrayList<>();
        for (RefusedRequest request : first) {
            for (RefusedRequest.Refusal refusal : request.refusals()) {
                List<String> head = head(request.line(), request.decision(), recorded);
                rows.add(EffectWords.cells(head, List.of(words.refusal(refusal))));
            }
        }
        List<String> notes = count > first.size()
                ? List.of(words.text("moreRequests", first.size(), count - first.size()))
                : List.of();
        List<String> columns = EffectWords.cells(headColumns(recorded), List.of(words.text("reason")));
        return new Sheet(words.text("whoIsRefused"), columns, 1, rows, notes);
    }

    /** The line of a request, and its decision where some of them were recorded. */
    private static List<String> head(int line, Optional<String> decision, boolean recorded) {
        String number = Integer.toString(line);
        return recorded ? List.of(number, decision.orElse(EffectWords.NONE)) : List.of(number);
    }

    private List<String> headColumns(boolean recorded) {
        return recorded ? List.of(words.text("line"), words.text("decision")) : List.of(words.text("line"));
    }

    private String title(Verdict verdict) {
        return words.text(
                switch (verdict) {
                    case WINNER -> "whoWins";
                    case LOSER -> "whoLoses";
                    case OTHERWISE, UNCHANGED -> "whoIsOtherwise";
                });
    }
}
