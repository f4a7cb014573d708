package io.subsidyrules.regression;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceText;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import io.subsidyrules.yaml.YamlFile;
import io.subsidyrules.yaml.YamlMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code *.scenarios.yaml}: a default date, and scenarios with what they ask and what they expect. */
public final class ScenarioFile {

    private static final Logger LOG = Logger.getLogger(ScenarioFile.class);

    private static final Map<Language, String> KEYS = Map.of(Language.EN, "en", Language.ZH, "zh");

    private final Faults faults;
    private boolean dateMissed;

    private ScenarioFile(Faults faults) {
        this.faults = faults;
    }

    /**
     * Reads all scenario files, in the order of their paths.
     *
     * @throws io.subsidyrules.fault.FaultsException with the first faults of each file
     */
    public static List<Scenario> readAll(RuleSources sources) {
        Faults faults = new Faults();
        List<Scenario> scenarios = readAll(sources, faults);
        faults.throwIfAny();
        return scenarios;
    }

    /** The same; where faults were added, what is returned is incomplete. */
    public static List<Scenario> readAll(RuleSources sources, Faults faults) {
        return paths(sources)
                .flatMap(path -> read(path, sources, faults).stream())
                .toList();
    }

    /** The paths of the scenario files, in their order. */
    public static Stream<String> paths(RuleSources sources) {
        return sources.files().keySet().stream().filter(RuleSources::isScenarios);
    }

    /** Reads one of them; a fault of the service at it must not keep the others from being read. */
    public static List<Scenario> read(String path, RuleSources sources, Faults faults) {
        List<Scenario> scenarios = new ArrayList<>();
        try {
            boolean read = faults.reads(() -> SourceText.of(path, sources.content(path), faults)
                    .ifPresent(text -> scenarios.addAll(read(path, text, faults))));
            return read ? scenarios : List.of();
        } catch (RuntimeException | StackOverflowError failed) {
            LOG.errorf(failed, "The scenario file %s could not be read.", path);
            faults.add(
                    Place.startOf(path),
                    FaultCode.JUDGING_FAILED,
                    failed.getClass().getSimpleName());
            return List.of();
        }
    }

    /** Reads one file, which may be empty; where faults were added, what is returned is incomplete. */
    public static List<Scenario> read(String file, String text, Faults faults) {
        if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
            return List.of();
        }
        return YamlFile.parse(file, text, faults)
                .map(new ScenarioFile(faults)::scenarios)
                .orElse(List.of());
    }

    private List<Scenario> scenarios(YamlMap map) {
        Optional<LocalDate> asOf = map.optionalDate("asOf");
        List<YamlMap> written = map.maps("scenarios");
        dateMissed = asOf.isEmpty() && map.hasMisspelt("asOf");
        map.finish();
        Set<String> names = new HashSet<>();
        List<Scenario> scenarios = new ArrayList<>();
        for (YamlMap scenario : written) {
            String name = scenario.string("name");
            if (!scenario.isDoubtful("name") && !names.add(name)) {
                faults.add(scenario.place(), FaultCode.SCENARIO_TWICE, name);
            }
            boolean dated = scenario.has("asOf") || (asOf.isPresent() && !faults.isSettled(map.placeOf("asOf")));
            Place date = (scenario.has("asOf") ? scenario : map).placeOf("asOf");
            scenarios.add(scenario(name, scenario, asOf, date, dated));
        }
        return scenarios;
    }

    private Scenario scenario(String name, YamlMap map, Optional<LocalDate> fileAsOf, Place date, boolean dated) {
        Optional<LocalDate> asOf = map.optionalDate("asOf").or(() -> fileAsOf);
        if (asOf.isEmpty() && !dateMissed) {
            dateMissed = true;
            faults.add(map.place(), FaultCode.SCENARIO_WITHOUT_DATE);
        }
        ScenarioRequest request = ScenarioRequest.of(map, asOf.orElse(LocalDate.EPOCH));
        Optional<List<ScenarioAward>> earlier = map.optionalMaps("earlier").map(awards -> awards.stream()
                .map(award -> ScenarioAward.read(award, awarded(award)))
                .toList());
        Optional<YamlMap> expect = map.optionalMap("expect");
        Expectation expectation = expect.map(this::expectation).orElse(Expectation.NOTHING);
        if (expectation.isEmpty()) {
            EmptyExpectation.refuse(map, expect, faults);
        }
        map.finish();
        boolean sound = dated && !faults.areWithin(map.place(), map.end());
        return new Scenario(name, map, date, request, earlier, expectation, sound);
    }

    private Expectation expectation(YamlMap map) {
        Map<String, Expectation.OfClaim> claims = new LinkedHashMap<>();
        map.optionalMap("claims").ifPresent(written -> {
            for (String id : written.names()) {
                written.optionalMap(id).ifPresent(claim -> claims.put(id, ofClaim(claim)));
            }
        });
        Expectation expectation = new Expectation(
                yuan(map, "total"), yuan(map, "atStake"), map.optionalWords("questions"), items(map), claims);
        map.finish();
        return expectation;
    }

    private Expectation.OfClaim ofClaim(YamlMap map) {
        Expectation.OfClaim claim = new Expectation.OfClaim(
                map.optionalConstant("status", Status.class), yuan(map, "amount"), yuan(map, "atStake"), items(map));
        map.finish();
        return claim;
    }

    private Map<String, Expectation.OfItem> items(YamlMap map) {
        Map<String, Expectation.OfItem> items = new LinkedHashMap<>();
        map.optionalMap("items").ifPresent(written -> {
            for (String id : written.names()) {
                items.put(id, item(written, id));
            }
        });
        return items;
    }

    private Expectation.OfItem item(YamlMap items, String id) {
        if (items.node(id).orElse(null) instanceof ScalarNode) {
            return Expectation.OfItem.of(items.optionalConstant(id, Status.class));
        }
        YamlMap map = items.optionalMap(id).orElse(items);
        Expectation.OfItem item = new Expectation.OfItem(
                map.optionalConstant("status", Status.class),
                yuan(map, "amount"),
                yuan(map, "atStake"),
                map.optionalWords("missing"),
                map.optionalWords("failed"),
                explanation(map),
                changes(map));
        map.finish();
        return item;
    }

    private static Map<Language, Expectation.OfExplanation> explanation(YamlMap item) {
        Map<Language, Expectation.OfExplanation> explanation = new EnumMap<>(Language.class);
        item.optionalMap("explanation").ifPresent(map -> {
            KEYS.forEach((language, key) -> map.optionalMap(key).ifPresent(said -> {
                explanation.put(
                        language,
                        new Expectation.OfExplanation(
                                said.optionalStrings("holds"),
                                said.optionalStrings("fails"),
                                said.optionalStrings("unknown"),
                                said.optionalString("calculation")));
                said.finish();
            }));
            map.finish();
        });
        return explanation;
    }

    private Optional<List<Expectation.OfChange>> changes(YamlMap item) {
        return item.optionalMaps("changes")
                .map(changes -> changes.stream().map(this::change).toList());
    }

    private Expectation.OfChange change(YamlMap map) {
        Map<Language, List<String>> says = new EnumMap<>(Language.class);
        KEYS.forEach((language, key) -> map.optionalStrings(key).ifPresent(said -> says.put(language, said)));
        Expectation.OfChange change = new Expectation.OfChange(
                map.optionalWords("fields"), yuan(map, "gain"), map.optionalBoolean("changeable"), says);
        map.finish();
        return change;
    }

    /** The amount of an earlier award, which is more than nothing. */
    private Optional<Yuan> awarded(YamlMap award) {
        Optional<BigDecimal> amount =
                Optional.of(award.decimal("amount")).filter(written -> !award.isDoubtful("amount"));
        if (amount.isPresent() && (amount.get().signum() <= 0 || amount.get().scale() > 2)) {
            faults.add(award.placeOf("amount"), FaultCode.SCENARIO_AMOUNT, amount.get());
            return Optional.empty();
        }
        return amount.map(Yuan::new);
    }

    private Optional<Yuan> yuan(YamlMap map, String name) {
        Optional<BigDecimal> amount = map.optionalDecimal(name);
        if (amount.isPresent() && (amount.get().signum() < 0 || amount.get().scale() > 2)) {
            faults.add(map.placeOf(name), FaultCode.SCENARIO_AMOUNT, amount.get());
            return Optional.empty();
        }
        return amount.map(Yuan::new);
    }
}
