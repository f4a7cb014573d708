package io.subsidyrules.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.problem.LocalisedProblem;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a;b", ";", "a#b", "#"})
    void aCharacterThatEndsSomethingInAnAddressEndsNothingInAForm(String value) {
        Entries entries = read("first=" + value + "&last=1");
        assertThat(entries.value("first")).contains(value);
        assertThat(entries.value("last")).contains("1");
    }

    @Test
    void moreFieldsThanAFormCanHaveAreRefusedAndNotCutOff() {
        assertThat(read(fields(500)).values()).hasSize(500);
        assertThatThrownBy(() -> read(fields(501)))
                .isInstanceOfSatisfying(LocalisedProblem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(400));
        assertThatThrownBy(() -> read("same=1&".repeat(501))).isInstanceOf(LocalisedProblem.class);
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
    }

    private static Entries read(String body) {
        return Entries.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
