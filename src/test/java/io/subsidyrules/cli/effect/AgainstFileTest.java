package io.subsidyrules.cli.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.effect.Effect;
import io.subsidyrules.effect.RequestEffect;
import io.subsidyrules.engine.Ruleset;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file of any length is read part by part. */
class AgainstFileTest {

    private static final int REQUESTS = 10_000;

    /** Two parts that are evaluated side by side, and what is buffered. */
    private static final int MOST_AHEAD = 1_200;

    /** Requests that are made as they are read. */
    private static final class MadeRequests extends InputStream {

        private byte[] line = new byte[0];
        private int at;
        private int made;

        @Override
        public int read() {
            if (at == line.length) {
                if (made == REQUESTS) {
                    return -1;
                }
                made++;
                at = 0;
                line = """
                        {"asOf":"2023-05-01","applicant":{"id":"91130100MA0ABCDE10"},"claims":[]}
                        """.getBytes(StandardCharsets.UTF_8);
            }
            return line[at++];
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            int one = read();
            if (one < 0) {
                return -1;
            }
            bytes[from] = (byte) one;
            return 1;
        }
    }

    @Test
    void tenThousandRequestsAreNeverInMemoryTogether() {
        Ruleset ruleset = Ruleset.of(SourceFolder.sources(FirstPolicy.FOLDER));
        MadeRequests requests = new MadeRequests();
        Effect effect = new Effect(ruleset, ruleset, LocalDate.of(2026, 11, 28));
        List<Integer> lines = new ArrayList<>();
        new AgainstFile("requests.ndjson", requests, effect).each(one -> {
            lines.add(((RequestEffect) one).line());
            assertThat(requests.made - lines.size()).isLessThan(MOST_AHEAD);
        });
        assertThat(lines).hasSize(REQUESTS).isSorted().startsWith(1).endsWith(REQUESTS);
    }
}
