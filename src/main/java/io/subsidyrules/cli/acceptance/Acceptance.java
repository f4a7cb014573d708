package io.subsidyrules.cli.acceptance;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.regression.ScenarioFault;
import io.subsidyrules.regression.ScenarioIdentity;
import io.subsidyrules.suite.ScenarioResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scenario files with what the rules give now in the place of what failing scenarios expect.
 *
 * @param files the new texts by their paths, those that change alone
 * @param accepted the scenarios that expect something else by now
 * @param left the scenarios of which something cannot be written, such as an item that is not in the answer; they stay
 *     as they are
 */
public record Acceptance(
        SortedMap<String, String> files, List<ScenarioIdentity> accepted, List<ScenarioIdentity> left) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public Acceptance {
        files = new TreeMap<>(files);
        accepted = List.copyOf(accepted);
        left = List.copyOf(left);
    }

    /** The acceptance of all that the failing ones of these scenarios are given. */
    public static Acceptance of(RuleSources sources, List<ScenarioResult> results) {
        Map<String, ScenarioText> texts = new HashMap<>();
        List<ScenarioIdentity> accepted = new ArrayList<>();
        List<ScenarioIdentity> left = new ArrayList<>();
        for (ScenarioResult result : results) {
            if (!result.passes()) {
                String file = result.scenario().place().file();
                ScenarioText text = texts.computeIfAbsent(file, path -> read(path, sources));
                (accept(result, text) ? accepted : left).add(result.scenario());
            }
        }
        SortedMap<String, String> files = new TreeMap<>();
        texts.forEach((file, text) -> text.replaced().ifPresent(replaced -> files.put(file, replaced)));
        return new Acceptance(files, accepted, left);
    }

    private static ScenarioText read(String path, RuleSources sources) {
        String text = new String(sources.content(path), StandardCharsets.UTF_8);
        return new ScenarioText(path, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static boolean accept(ScenarioResult result, ScenarioText text) {
        boolean all = result.faults().stream().allMatch(fault -> isWritable(fault, text));
        if (all) {
            result.faults().forEach(fault -> text.replace(fault.fault().place(), actual(fault)));
        }
        return all;
    }

    private static boolean isWritable(ScenarioFault fault, ScenarioText text) {
        return fault.mismatch().flatMap(ScenarioFault.Mismatch::actual).isPresent()
                && text.holds(fault.fault().place(), actual(fault));
    }

    private static Object actual(ScenarioFault fault) {
        return fault.mismatch().orElseThrow().actual().orElseThrow();
    }

    /** The sources with the new texts. */
    public RuleSources in(RuleSources sources) {
        SortedMap<String, byte[]> changed = new TreeMap<>(sources.files());
        files.forEach((path, text) -> changed.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new RuleSources(changed, sources.faults(), sources.passedOver());
    }
}
