package io.subsidyrules.policy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code policy.yaml}, the ledger of a policy's clauses. */
public final class PolicyFile {

    private final String folder;
    private final boolean named;
    private final Faults faults;
    private final Set<Integer> measures = new HashSet<>();
    private final Set<String> readings = new HashSet<>();
    private final Set<String> per = new HashSet<>();
    private final Set<String> items = new TreeSet<>();
    private final Map<Place, String> itemsOfTargets = new LinkedHashMap<>();

    private PolicyFile(String folder, boolean named, Faults faults) {
        this.folder = folder;
        this.named = named;
        this.faults = faults;
    }

    /**
     * Reads a policy file; empty where it cannot be read at all. Where faults were added, what is returned is incomplete.
     *
     * @param file its path, {@code <folder>/policy.yaml}; the policy's id is the folder's name
     * @param named whether a policy can have the folder's name; otherwise its id is not held against that
     */
    public static Optional<Policy> read(String file, String text, boolean named, Faults faults) {
        String folder = file.substring(0, Math.max(0, file.indexOf('/')));
        return YamlFile.parse(file, text, faults).map(new PolicyFile(folder, named, faults)::policy);
    }

    private Policy policy(YamlMap map) {
        String id = map.word("id");
        if (named && !id.equals(folder)) {
            faults.add(map.placeOf("id"), FaultCode.WRONG_POLICY_ID, id, folder);
        }
        Policy policy = new Policy(
                folder,
                map.text("title"),
                map.text("issuer"),
                map.date("issued"),
                map.text("source"),
                largestAmount(map),
                map.maps("readings").stream().map(this::reading).toList(),
                map.maps("per").stream().map(this::per).toList(),
                map.maps("measures").stream().map(this::measure).toList(),
                map.place());
        map.finish();
        itemsOfTargets.forEach((place, item) -> {
            if (!items.contains(item)) {
                faults.add(place, FaultCode.UNKNOWN_ITEM, item, Spelling.remedy(item, items));
            }
        });
        return policy;
    }

    private Yuan largestAmount(YamlMap map) {
        BigDecimal written = map.optionalDecimal("largestAmount").orElse(Policy.LARGEST_AMOUNT);
        if (written.signum() <= 0 || written.scale() > 2 || written.precision() > 14) {
            faults.add(map.placeOf("largestAmount"), FaultCode.AMOUNT_OUT_OF_RANGE, written.toEngineeringString());
            return new Yuan(Policy.LARGEST_AMOUNT);
        }
        return new Yuan(written);
    }

    private Reading reading(YamlMap map) {
        Reading reading = new Reading(map.word("id"), map.optionalText("title"), map.text("text"));
        if (!readings.add(reading.id())) {
            duplicate(map.placeOf("id"), "the reading " + reading.id(), "解读 " + reading.id());
        }
        map.finish();
        return reading;
    }

    private Per per(YamlMap map) {
        Per word = new Per(map.word("id"), map.text("text"));
        if (!per.add(word.id())) {
            duplicate(map.placeOf("id"), "the entry " + word.id(), "条目 " + word.id());
        }
        map.finish();
        return word;
    }

    private Measure measure(YamlMap map) {
        int number = map.integer("number");
        if (!measures.add(number)) {
            duplicate(map.placeOf("number"), "the measure " + number, "措施 " + number);
        }
        List<Target> targets = map.maps("targets").stream().map(this::target).toList();
        List<Clause> clauses = map.maps("clauses").stream()
                .map(clause -> clause(clause, number))
                .toList();
        if (clauses.isEmpty()) {
            faults.add(map.place(), FaultCode.MEASURE_WITHOUT_CLAUSES, number);
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
        if ((target.period() == Target.Period.BY) != target.by().isPresent()) {
            faults.add(map.place(), FaultCode.TARGET_DAY);
        }
        map.finish();
        return target;
    }

    private Clause clause(YamlMap map, int measure) {
        String number = map.word("number");
        if (!number.matches(measure + "\\.[1-9][0-9]?")) {
            faults.add(map.placeOf("number"), FaultCode.CLAUSE_NUMBER, number, measure);
        }
        List<Item> items = map.maps("items").stream().map(this::item).toList();
        Clause clause = new Clause(
                number, map.text("title"), map.text("summary"), items, map.optionalText("reason"), map.place());
        map.finish();
        return clause;
    }

    private Item item(YamlMap map) {
        Item item = new Item(map.word("id"), map.text("title"), map.place());
        items.add(item.id());
        map.finish();
        return item;
    }

    private void duplicate(Place place, String en, String zh) {
        faults.add(place, FaultCode.DUPLICATE_ENTRY, new Text(en, zh));
    }
}
