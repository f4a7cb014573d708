package io.subsidyrules.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time from which and until which decisions are looked for. */
class RecordedTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 2026-11-25T16:00:00Z, 2026-11-26T16:00:00Z",
        "2026-11-26T08:00:00Z, 2026-11-26T08:00:00Z, 2026-11-26T08:00:00.000001Z",
        "2026-11-26T08:00+08:00, 2026-11-26T00:00:00Z, 2026-11-26T00:00:00.000001Z",
        "2026-11-26T08:00:00.1234567Z, 2026-11-26T08:00:00.1234567Z, 2026-11-26T08:00:00.123457Z"
    })
    void aDayIsOneInShanghai(String text, Instant from, Instant before) {
        assertThat(RecordedTime.of("from", text)).isEqualTo(new RecordedTime(from, before));
    }
}
