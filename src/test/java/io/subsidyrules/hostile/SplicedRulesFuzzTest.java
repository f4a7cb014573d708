package io.subsidyrules.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule file of the words of honest and hostile ones, in another order. */
@Tag("long")
@Tag("fuzz")
class SplicedRulesFuzzTest {

    private static final List<String> WORDS = words();

    /** Three bytes each choose some words: where they begin, and how many they are. */
    @MethodSource("choices")
    @FuzzTest(maxDuration = "90s")
    void itIsJudged(byte[] choices) {
        StringBuilder text = new StringBuilder("package specimen_2022;\nimport vocabulary.*;\n");
        for (int i = 0; i + 2 < choices.length; i += 3) {
            int from = ((choices[i] & 0xFF) << 8 | (choices[i + 1] & 0xFF)) % WORDS.size();
            int to = Math.min(WORDS.size(), from + 1 + (choices[i + 2] & 0x3F));
            WORDS.subList(from, to).forEach(text::append);
        }
        Fuzzed.judged(Fuzzed.RULES, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Stream<byte[]> choices() {
        Random random = new Random(3);
        return Stream.generate(() -> {
                    byte[] choices = new byte[3 * (1 + random.nextInt(60))];
                    random.nextBytes(choices);
                    return choices;
                })
                .limit(100);
    }

    /** Words with the blanks behind them, and symbols one by one. */
    private static List<String> words() {
        return Stream.of(
                        Fuzzed.honest(),
                        Fuzzed.specimen("specimen-2022/rules.drl"),
                        Fuzzed.specimen("specimen-2022/claims.drl"),
                        Fuzzed.hostile(".drl"))
                .flatMap(contents -> contents)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .flatMap(text -> Stream.of(text.split("(?<=\\s)(?=\\S)|(?=[(){},;:\"])|(?<=[(){},;:\"])", -1)))
                .toList();
    }
}
