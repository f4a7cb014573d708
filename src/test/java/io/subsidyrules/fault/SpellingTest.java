package io.subsidyrules.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> KNOWN = List.of("INTERNATIONAL", "NATIONAL", "HostedStandard", "kind", "size");

    @ParameterizedTest
    @CsvSource({
        "NATIONL, NATIONAL",
        "national, NATIONAL",
        "NATOINAL, NATIONAL",
        "HostedStandrad, HostedStandard",
        "Hosted, HostedStandard",
        "knd, kind",
        "sise, size"
    })
    void theNearestKnownNameIsFound(String misspelt, String meant) {
        assertThat(Spelling.nearest(misspelt, KNOWN)).contains(meant);
    }

    @Test
    void whatIsFarFromEverythingGetsNoSuggestion() {
        assertThat(Spelling.nearest("turnover", KNOWN)).isEmpty();
        assertThat(Spelling.nearest("", KNOWN)).isEmpty();
        assertThat(Spelling.nearest("x".repeat(10_000), KNOWN)).isEmpty();
    }
}
