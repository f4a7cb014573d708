package io.subsidyrules.service;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void theSampleIsReadAndEvaluated() {
        assertThatCode(WarmUp::run).doesNotThrowAnyException();
    }
}
