package io.subsidyrules.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecidedTest {

    @Test
    void whatAnEntryCannotHoldDoesNotFit() {
        assertThat(Decided.fits("{}", "x".repeat(19_999_998))).isTrue();
        assertThat(Decided.fits("{}", "x".repeat(19_999_999))).isFalse();
    }
}
