package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred reloads leave the memory where it was. */
@Tag("long")
class ReloadLeakTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final int WARM_UP = 50;
    private static final int RELOADS = 200;
    private static final byte[] REQUEST = """
            { "asOf": "2023-05-01", "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE" },
              "claims": [ { "type": "HostedStandard", "id": "c", "role": "HOST" } ] }
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    @Test
    void heapAndMetaspaceStayAndOldRulesetsAreCollected() {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"));
        List<WeakReference<Ruleset>> old = new ArrayList<>();
        try (Following following = Following.start(rules.folder(), temporary.resolve("data"))) {
            reload(WARM_UP, rules, following, old);
            Memory before = Memory.afterCollection();
            reload(RELOADS, rules, following, old);
            Memory after = Memory.afterCollection();
            System.out.printf("%s reloads: before %s, after %s%n", RELOADS, before, after);
            assertThat(after.heap()).as("heap").isLessThan(before.heap() + 4 * MEGABYTE);
            assertThat(after.metaspace()).as("metaspace").isLessThan(before.metaspace() + MEGABYTE);
            assertThat(old).hasSize(WARM_UP + RELOADS);
            assertThat(old)
                    .filteredOn(ruleset -> ruleset.get() != null)
                    .as("uncollected")
                    .isEmpty();
        }
    }

    private static void reload(int times, RulesCopy rules, Following following, List<WeakReference<Ruleset>> old) {
        String text = rules.text(RulesCopy.DESIGN);
        for (int i = 0; i < times; i++) {
            Ruleset before = following.live().current();
            before.evaluate(before.reader().read(REQUEST, LocalDate.EPOCH), Explain.FULL);
            old.add(new WeakReference<>(before));
            rules.save(RulesCopy.DESIGN, text + "// " + i + "\n");
            following.next();
        }
    }

    /** What the collector says is in use after a collection, in bytes. */
    private record Memory(long heap, long metaspace, int classes) {

        static Memory afterCollection() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            long heap = 0;
            long metaspace = 0;
            for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                if (pool.getType() == MemoryType.HEAP) {
                    heap += pool.getCollectionUsage().getUsed();
                } else if (pool.getName().equals("Metaspace")) {
                    metaspace += pool.getUsage().getUsed();
                }
            }
            return new Memory(
                    heap, metaspace, ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }
    }
}
