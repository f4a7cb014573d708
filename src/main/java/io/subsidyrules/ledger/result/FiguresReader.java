package io.subsidyrules.ledger.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the figures out of the JSON of a result as it comes, and holds nothing else of it. */
final class FiguresReader {

    private static final JsonFactory JSON = new JsonFactory();

    private static final String ELIGIBLE = "ELIGIBLE";
    private static final String NOT_ELIGIBLE = "NOT_ELIGIBLE";
    private static final String STATUS = "status";

    private final JsonParser json;
    private final Map<String, String> texts = new HashMap<>();
    private final List<Award> awards = new ArrayList<>();
    private final TreeSet<ShownItem> shown = new TreeSet<>();
    private final List<Sum> totals = new ArrayList<>();
    private int claim;

    private FiguresReader(JsonParser json) {
        this.json = json;
    }

    /** An item of a claim, or of the applicant. */
    private record Item(String policy, String name, String status, Optional<String> amount) {}

    /** @throws IOException if the text is not the JSON of a result */
    static Figures read(InputStream text) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            return new FiguresReader(json).result();
        }
    }

    private Figures result() throws IOException {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case Figures.AS_OF, Figures.TOTAL, Figures.AT_STAKE, Figures.CURRENCY ->
                    texts.put(name, json.getText());
                case Figures.TOTALS -> totals();
                case "claims" -> claims();
                case "supports" -> add(Award.APPLICANT, items(), false, Sum.YUAN);
                default -> json.skipChildren();
            }
        }
        expect(json.currentToken(), JsonToken.END_OBJECT);
        expect(json.nextToken(), null);
        List<Sum> sums =
                totals.isEmpty() ? List.of(new Sum(currency(), text(Figures.TOTAL), text(Figures.AT_STAKE))) : totals;
        return new Figures(text(Figures.AS_OF), sums, awards, shown);
    }

    /** The currency of the first claim; results of the first version always name it too. */
    private String currency() {
        return texts.getOrDefault(Figures.CURRENCY, Sum.YUAN);
    }

    /** The sums of each currency, where there are several. */
    private void totals() throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> members = scalars();
            totals.add(new Sum(
                    members.getOrDefault(Figures.CURRENCY, ""),
                    members.getOrDefault(Figures.TOTAL, ""),
                    members.getOrDefault(Figures.AT_STAKE, "")));
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
    }

    /** The members of an object that are numbers, texts or truth values. */
    private Map<String, String> scalars() throws IOException {
        Map<String, String> members = new HashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (json.currentToken().isScalarValue()) {
                members.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return members;
    }

    private void claims() throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String status = "";
            String currency = currency();
            List<Item> items = List.of();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                switch (name) {
                    case STATUS -> status = json.getText();
                    case Figures.CURRENCY -> currency = json.getText();
                    case "items" -> items = items();
                    default -> json.skipChildren();
                }
            }
            add(claim++, items, status.equals(NOT_ELIGIBLE), currency);
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
    }

    private List<Item> items() throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<Item> items = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> members = scalars();
            items.add(new Item(
                    members.getOrDefault(Award.POLICY, ""),
                    members.getOrDefault(Award.ITEM, ""),
                    members.getOrDefault(STATUS, ""),
                    Optional.ofNullable(members.get(Award.AMOUNT))));
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
        return items;
    }

    private void add(int place, List<Item> items, boolean all, String currency) {
        for (Item item : items) {
            if (all || !item.status().equals(NOT_ELIGIBLE)) {
                shown.add(new ShownItem(item.policy(), item.name(), item.status()));
            }
            if (item.status().equals(ELIGIBLE)) {
                Optional<String> other = item.amount().map(amount -> currency).filter(code -> !code.equals(Sum.YUAN));
                awards.add(new Award(place, item.policy(), item.name(), item.amount(), other));
            }
        }
    }

    private String text(String name) throws IOException {
        String text = texts.get(name);
        if (text == null) {
            throw new IOException("the result has no " + name);
        }
        return text;
    }

    private static void expect(@Nullable JsonToken token, @Nullable JsonToken expected) throws IOException {
        if (token != expected) {
            throw new IOException("the result has not the form of one");
        }
    }
}
