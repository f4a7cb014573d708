package io.subsidyrules.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule file of bytes that no person would write. */
@Tag("long")
@Tag("fuzz")
class RuleFileFuzzTest {

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "90s")
    void itIsJudged(byte[] content) {
        Fuzzed.judged(Fuzzed.RULES, content);
    }

    static Stream<byte[]> seeds() {
        return Stream.concat(Fuzzed.hostile(".drl"), Fuzzed.honest());
    }
}
