package io.subsidyrules.policy;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import io.subsidyrules.yaml.YamlFile;
import io.subsidyrules.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code policy.yaml}, the ledger of a policy's clauses. */
public final class PolicyFile {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(PolicyFile.class);

    private final String folder;
    private final boolean named;
    private final Faults faults;
    private final Set<Integer> measures = new HashSet<>();
    private final Set<String> readings = new HashSet<>();
    private final Set<String> per = new HashSet<>();
    private final Set<String> tables = new HashSet<>();
    private final Set<String> items = new TreeSet<>();
    private final Map<Place, String> itemsOfTargets = new LinkedHashMap<>();
    private final Set<String> unreadClauses = new TreeSet<>();
    private boolean unreadReadings;
    private boolean unreadPer;

    private PolicyFile(String folder, boolean named, Faults faults) {
        this.folder = folder;
        this.named = named;
        this.faults = faults;
    }

    /**
     * The content of a file.
     *
     * @param unread the parts of it that could not be read
     */
    public record Contents(Policy policy, Unread unread) {}

    /**
     * Reads a policy file; empty if it cannot be read at all. Where faults were added, what is returned is incomplete.
     *
     * @param file its path, {@code <folder>/policy.yaml}; the policy's id is the folder's name
     * @param named whether a policy can have the folder's name; otherwise its id is not held against that
     */
    public static Optional<Contents> read(String file, String text, boolean named, Faults faults) {
        String folder = file.substring(0, Math.max(0, file.indexOf('/')));
        return YamlFile.parse(file, text, faults).map(new PolicyFile(folder, named, faults)::contents);
    }

    private Contents contents(YamlMap map) {
        Policy policy = policy(map);
        Unread unread = new Unread(
                unreadReadings || map.isDoubtful("readings"),
                unreadPer || map.isDoubtful("per"),
                map.isDoubtful("currency"),
                unreadClauses);
        map.finish();
        boolean allItems = policy.clauses()
                .noneMatch(clause -> clause.items().isEmpty() && clause.reason().isEmpty());
        itemsOfTargets.forEach((place, item) -> {
            if (!items.contains(item) && allItems && unreadClauses.isEmpty()) {
                faults.add(place, FaultCode.UNKNOWN_ITEM, item, Spelling.remedy(item, items), "", "");
            }
        });
        return new Contents(policy, unread);
    }

    private Policy policy(YamlMap map) {
        String id = map.word("id", folder);
        if (named && !map.isDoubtful("id") && !id.equals(folder)) {
            faults.add(map.placeOf("id"), FaultCode.WRONG_POLICY_ID, id, folder);
        }
        Currency currency = currency(map);
        Policy policy = new Policy(
                folder,
                map.text("title"),
                map.text("issuer"),
                map.date("issued"),
                map.text("source"),
                currency,
                largestAmount(map, currency),
                map.maps("readings").stream().map(this::reading).toList(),
                map.maps("per").stream().map(this::per).toList(),
                map.maps("tables").stream().map(this::table).toList(),
                map.filledMaps("measures").stream().map(this::measure).toList(),
                map.place());
        if (map.isDoubtful("measures")) {
            unreadClauses.add(Unread.ALL_CLAUSES);
        }
        return policy;
    }

    private Currency currency(YamlMap map) {
        Optional<String> code = map.optionalWord("currency").filter(written -> !map.isDoubtful("currency"));
        if (code.isEmpty()) {
            return Currency.CNY;
        }
        OptionalInt decimals = Currency.decimals(code.get());
        if (decimals.isPresent() && decimals.getAsInt() == Currency.DECIMALS) {
            return new Currency(code.get());
        }
        Place place = map.placeOf("currency");
        if (decimals.isPresent()) {
            faults.add(place, FaultCode.CURRENCY_DECIMALS, code.get(), decimals.getAsInt());
        } else {
            faults.add(
                    place,
                    FaultCode.UNKNOWN_CURRENCY,
                    code.get(),
                    Currency.codeMeant(code.get())
                            .map(meant -> TEXTS.text("writeCurrency", meant))
                            .orElseGet(() -> TEXTS.text("currencyCode")));
        }
        faults.settle(place);
        return Currency.CNY;
    }

    private Yuan largestAmount(YamlMap map, Currency currency) {
        BigDecimal written = map.optionalDecimal("largestAmount").orElse(Policy.LARGEST_AMOUNT);
        if (written.signum() <= 0 || written.scale() > 2 || written.precision() > 14) {
            faults.add(
                    map.placeOf("largestAmount"),
                    FaultCode.AMOUNT_OUT_OF_RANGE,
                    written.toEngineeringString(),
                    currency.unit());
            return new Yuan(Policy.LARGEST_AMOUNT);
        }
        return new Yuan(written);
    }

    private Reading reading(YamlMap map) {
        Reading reading = new Reading(map.word("id"), map.optionalText("title"), map.text("text"));
        if (map.isDoubtful("id")) {
            unreadReadings = true;
        } else if (!readings.add(reading.id())) {
            duplicate(map.placeOf("id"), TEXTS.text("reading", reading.id()));
        }
        map.finish();
        return reading;
    }

    private Unit per(YamlMap map) {
        Unit word = new Unit(map.word("id"), map.text("text"));
        if (map.isDoubtful("id")) {
            unreadPer = true;
        } else if (!per.add(word.id())) {
            duplicate(map.placeOf("id"), TEXTS.text("entry", word.id()));
        }
        map.finish();
        return word;
    }

    private TableTitle table(YamlMap map) {
        String file = map.word("file");
        TableTitle table = new TableTitle(file, map.text("title"), map.placeOf("file"));
        if (!map.isDoubtful("file") && !tables.add(file)) {
            duplicate(map.placeOf("file"), TEXTS.text("entry", file));
        }
        map.finish();
        return table;
    }

    private Measure measure(YamlMap map) {
        int number = map.integer("number");
        boolean unread = map.isDoubtful("number");
        if (unread) {
            unreadClauses.add(Unread.ALL_CLAUSES);
        } else if (!measures.add(number)) {
            duplicate(map.placeOf("number"), TEXTS.text("measure", number));
        }
        List<Target> targets = map.maps("targets").stream().map(this::target).toList();
        List<Clause> clauses = new ArrayList<>();
        map.maps("clauses").forEach(clause -> clauses.add(clause(clause, number, clauses.size() + 1)));
        if (clauses.isEmpty() && !map.isDoubtful("clauses") && !unread) {
            faults.add(map.place(), FaultCode.MEASURE_WITHOUT_CLAUSES, number);
        }
        if (clauses.isEmpty() || map.isDoubtful("clauses")) {
            unreadClauses.add(Unread.ofMeasure(number));
        }
        Measure measure = new Measure(number, map.text("title"), map.text("summary"), targets, clauses);
        map.finish();
        return measure;
    }

    private Target target(YamlMap map) {
        Target target = new Target(
                map.word("id"),
                map.text("title"),
                map.constant("comparison", Target.Comparison.class),
                map.decimal("value"),
                map.text("unit"),
                map.constant("period", Target.Period.class),
                map.optionalInteger("from"),
                map.optionalDate("by"),
                map.optionalWord("item"));
        target.item().ifPresent(item -> itemsOfTargets.put(map.placeOf("item"), item));
        boolean byDay = target.period() == Target.Period.BY;
        if (byDay != target.by().isPresent() && !map.isDoubtful("period") && !map.isDoubtful("by")) {
            faults.add(
                    byDay ? map.place() : map.placeOf("by"),
                    FaultCode.TARGET_DAY,
                    byDay ? TEXTS.text("addDay") : TEXTS.text("takeOutDay"));
        }
        map.finish();
        return target;
    }

    /** @param position of the clause within its measure, from 1 */
    private Clause clause(YamlMap map, int measure, int position) {
        String number = map.word("number", "\"%s.%s\"".formatted(measure, position));
        boolean unread = map.isDoubtful("number");
        if (unread) {
            unreadClauses.add(Unread.ofMeasure(measure));
        } else if (measures.contains(measure) && !number.matches(measure + "\\.[1-9][0-9]?")) {
            faults.add(map.placeOf("number"), FaultCode.CLAUSE_NUMBER, number, measure, position);
        }
        List<Item> items =
                map.maps("items").stream().map(item -> item(item, number)).toList();
        Clause clause = new Clause(
                number,
                map.text("title"),
                map.text("summary"),
                items,
                map.optionalText("reason"),
                map.place(),
                new TextPlaces(
                        map.value("/summary/en").place(),
                        map.value("/summary/zh").place()));
        if (items.isEmpty() && clause.reason().isEmpty()) {
            map.filledMaps("items");
        }
        if (map.isDoubtful("items") || map.isDoubtful("reason")) {
            unreadClauses.add(number);
        }
        map.finish();
        return clause;
    }

    private Item item(YamlMap map, String clause) {
        Item item = new Item(map.word("id"), map.text("title"), map.place());
        if (map.isDoubtful("id")) {
            unreadClauses.add(clause);
        }
        items.add(item.id());
        map.finish();
        return item;
    }

    private void duplicate(Place place, Text entry) {
        faults.add(place, FaultCode.DUPLICATE_ENTRY, entry);
    }
}
