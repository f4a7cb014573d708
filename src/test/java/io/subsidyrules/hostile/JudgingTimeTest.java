package io.subsidyrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.subsidyrules.fault.Fault;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No file of the largest size keeps the reader busy. {@link #main} measures; the test only guards against hanging. */
class JudgingTimeTest {

    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @MethodSource("adversaries")
    void aFileOfTheLargestSizeIsJudgedSoon(Adversary adversary) {
        assertTimeoutPreemptively(FAR_TOO_LONG, () -> Tried.of(adversary.sources()));
    }

    static Stream<Adversary> adversaries() {
        return Adversaries.all();
    }

    /** Prints the processor time that each takes, after it has been judged twice, the longest first. */
    public static void main(String[] arguments) {
        Map<String, Long> milliseconds = new TreeMap<>();
        Adversaries.all()
                .filter(adversary -> arguments.length == 0 || adversary.name().contains(arguments[0]))
                .forEach(adversary -> {
                    for (int i = 0; i < 3; i++) {
                        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                        List<Fault> faults = Tried.of(adversary.sources());
                        long took = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000;
                        milliseconds.put(adversary.name() + " (" + faults.size() + " faults)", took);
                        if (took > 2000) {
                            System.out.println(took + " ms " + adversary.name());
                            break;
                        }
                    }
                });
        assertThat(milliseconds).isNotEmpty();
        milliseconds.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(40)
                .forEach(one -> System.out.printf("%6d ms %s%n", one.getValue(), one.getKey()));
    }
}
