package io.subsidyrules.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(strings = {"a", "0d2f6a1e-7c55-4c39-9a61-6f0f3a3b8f11", "Root=1-67891233-abcdef012345", "a/b+c=="})
    void anIdThatWasSentIsKept(String id) {
        MultiMap headers = headers(Correlation.REQUEST_ID, id);
        assertThat(Correlation.take(headers).requestId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "a b", "a\"b", "ä", "{a}", "a,b", "${jndi:ldap://a}"})
    void oneOfAnotherFormIsReplaced(String id) {
        MultiMap headers = headers(Correlation.REQUEST_ID, id);
        assertThat(Correlation.take(headers).requestId()).isNotEqualTo(id).hasSize(36);
    }

    @Test
    void oneThatIsTooLongOrThereTwiceIsReplaced() {
        assertThat(Correlation.take(headers(Correlation.REQUEST_ID, "a".repeat(128)))
                        .requestId())
                .hasSize(128);
        assertThat(Correlation.take(headers(Correlation.REQUEST_ID, "a".repeat(129)))
                        .requestId())
                .hasSize(36);
        MultiMap two = headers(Correlation.REQUEST_ID, "a").add(Correlation.REQUEST_ID, "b");
        assertThat(Correlation.take(two).requestId()).hasSize(36);
    }

    @Test
    void aRequestKeepsTheIdThatIsMadeForIt() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        Correlation made = Correlation.take(headers);
        assertThat(Correlation.take(headers)).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TRACE,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what.will.come"
            })
    void aTraceOfW3cIsTaken(String parent) {
        MultiMap answer = MultiMap.caseInsensitiveMultiMap();
        Correlation.take(headers(Correlation.TRACE, parent)).giveBack(answer);
        assertThat(answer.get("traceparent")).isEqualTo(parent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
            })
    void anythingElseIsNoTrace(String parent) {
        assertThat(Correlation.take(headers(Correlation.TRACE, parent)).trace()).isEmpty();
    }

    private static MultiMap headers(String name, String value) {
        return MultiMap.caseInsensitiveMultiMap().add(name, value);
    }
}
