package io.subsidyrules.policy;

import java.util.List;
import java.util.Optional;

/** Reads {@code policy.yaml}, the ledger of a policy's clauses. */
public final class PolicyFile {

    private final String folder;
    private final Faults faults;

    private PolicyFile(String folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /**
     * Reads a policy file; empty where it cannot be read at all. Where faults were added, what is returned is incomplete.
     *
     * @param file its path, {@code <folder>/policy.yaml}; the policy's id is the folder's name
     */
    public static Optional<Policy> read(String file, String text, Faults faults) {
        String folder = file.substring(0, Math.max(0, file.indexOf('/')));
        return YamlFile.parse(file, text, faults).map(new PolicyFile(folder, faults)::policy);
    }

    private Policy policy(YamlMap map) {
        String id = map.string("id");
        if (!id.equals(folder)) {
            faults.add(
                    map.placeOf("id"),
                    FaultCode.UNKNOWN_NAME,
                    "The policy's id (%s) is not the name of its folder (%s).".formatted(id, folder),
                    "政策编号（%s）与所在文件夹名（%s）不一致。".formatted(id, folder));
        }
        Policy policy = new Policy(
                folder,
                map.text("title"),
                map.text("issuer"),
                map.date("issued"),
                map.text("source"),
                map.maps("readings").stream().map(PolicyFile::reading).toList(),
                map.maps("measures").stream().map(this::measure).toList(),
                map.place());
        map.finish();
        return policy;
    }

    private static Reading reading(YamlMap map) {
        Reading reading = new Reading(map.string("id"), map.text("text"));
        map.finish();
        return reading;
    }

    private Measure measure(YamlMap map) {
        int number = map.integer("number");
        List<Target> targets = map.maps("targets").stream().map(this::target).toList();
        List<Clause> clauses = map.maps("clauses").stream()
                .map(clause -> clause(clause, number))
                .toList();
        if (clauses.isEmpty()) {
            faults.add(
                    map.place(),
                    FaultCode.MISSING,
                    "Measure %s has no clauses. Give it at least one, with items or a reason.".formatted(number),
                    "第 %s 条措施没有条款，请至少补充一款，并写明事项或理由。".formatted(number));
        }
        Measure measure = new Measure(number, map.text("title"), map.text("summary"), targets, clauses);
        map.finish();
        return measure;
    }

    private Target target(YamlMap map) {
        Target target = new Target(
                map.string("id"),
                map.text("title"),
                map.constant("comparison", Target.Comparison.class),
                map.decimal("value"),
                map.text("unit"),
                map.constant("period", Target.Period.class),
                map.optionalInteger("from"),
                map.optionalDate("by"),
                map.optionalString("item"));
        if ((target.period() == Target.Period.BY) != target.by().isPresent()) {
            faults.add(
                    map.place(),
                    FaultCode.MISSING,
                    "A target with the period BY names its day with by, and no other does.",
                    "期限为 BY 的目标须用 by 写明日期，其他目标则不写。");
        }
        map.finish();
        return target;
    }

    private Clause clause(YamlMap map, int measure) {
        String number = map.string("number");
        if (!number.matches(measure + "\\.[1-9][0-9]?")) {
            faults.add(
                    map.placeOf("number"),
                    FaultCode.OUT_OF_RANGE,
                    "The clause number (%s) does not belong to measure %s. Write it as \"%s.1\"."
                            .formatted(number, measure, measure),
                    "条款号（%s）不属于第 %s 条措施，请写作“%s.1”。".formatted(number, measure, measure));
        }
        List<Item> items = map.maps("items").stream().map(PolicyFile::item).toList();
        Clause clause = new Clause(
                number, map.text("title"), map.text("summary"), items, map.optionalText("reason"), map.place());
        map.finish();
        return clause;
    }

    private static Item item(YamlMap map) {
        Item item = new Item(map.string("id"), map.text("title"), map.place());
        map.finish();
        return item;
    }
}
