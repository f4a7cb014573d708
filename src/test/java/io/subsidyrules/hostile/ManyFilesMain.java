package io.subsidyrules.hostile;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.regression.Judgement;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Judges for each kind of adversary a folder with sixty of its files, and prints how long it took and what was found. */
final class ManyFilesMain {

    private static final int FILES = 60;

    private ManyFilesMain() {}

    /** Prints a line for each: milliseconds, how many faults, whether the service failed, and its name. */
    public static void main(String[] arguments) {
        Adversaries.all().forEach(adversary -> {
            long began = System.nanoTime();
            List<Fault> faults = Judgement.of(many(adversary.sources())).faults();
            boolean failed = faults.stream().anyMatch(fault -> fault.code() == FaultCode.JUDGING_FAILED);
            System.out.printf(
                    "judged %d %d %s %s%n",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                    faults.size(),
                    failed ? "failed" : "told",
                    adversary.name());
        });
    }

    /** The specimen with so many of the file that is not its own, each policy file in a folder of its own. */
    private static RuleSources many(RuleSources sources) {
        SortedMap<String, byte[]> files = new TreeMap<>(Specimen.SOURCES.files());
        sources.files().forEach((path, content) -> {
            if (!Arrays.equals(content, Specimen.SOURCES.files().get(path))) {
                for (int i = 0; i < FILES; i++) {
                    String copy = path.endsWith("policy.yaml")
                            ? "policy-%s/policy.yaml".formatted(i)
                            : path.replaceFirst("/", "/" + i + "-");
                    files.put(copy, content.clone());
                }
            }
        });
        return new RuleSources(files);
    }
}
