package io.subsidyrules.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.subsidyrules.storage.data.RefusedStartException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that asks nobody who calls can be reached from its own machine alone. */
class ListeningTest {

    private static final String HOST = "quarkus.http.host";

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    @Test
    void withoutSetUpItListensOnTheLoopbackInterface() {
        assertThat(Listening.host(config(Map.of()))).contains("127.0.0.1");
        assertThat(Listening.host(config(Map.of(HOST, "::1")))).isEmpty();
        assertThat(Listening.host(config(Map.of(HOST, "localhost")))).isEmpty();
    }

    @Test
    void itRefusesToListenElsewhereAndNamesTheWaysOut() {
        assertThatThrownBy(() -> Listening.host(config(Map.of(HOST, "0.0.0.0"))))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContainingAll(
                        "0.0.0.0", "SUBSIDY_ACCESS_KEYS=true", "SUBSIDY_OPEN=yes-on-a-trusted-network");
    }

    @Test
    void withAnIdentityItListensAsItIsTold() {
        for (String way : new String[] {"keys", "oidc", "certificates"}) {
            Map<String, String> settings = Map.of("subsidy.access." + way, "true", HOST, "0.0.0.0");
            assertThat(Listening.host(config(settings))).isEmpty();
        }
    }

    @Test
    void itListensElsewhereWhereItIsToldThatInSoManyWords() {
        assertThat(Listening.host(config(Map.of("subsidy.open", "yes-on-a-trusted-network", HOST, "0.0.0.0"))))
                .isEmpty();
        assertThatThrownBy(() -> Listening.host(config(Map.of("subsidy.open", "true", HOST, "0.0.0.0"))))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("yes-on-a-trusted-network alone");
    }
}
