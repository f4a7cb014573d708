package io.subsidyrules.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario file of bytes that no person would write. */
@Tag("long")
@Tag("fuzz")
class ScenarioFileFuzzTest {

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void itIsJudged(byte[] content) {
        Fuzzed.judged(Fuzzed.SCENARIOS, content);
    }

    static Stream<byte[]> seeds() {
        return Fuzzed.hostile(".scenarios.yaml");
    }
}
