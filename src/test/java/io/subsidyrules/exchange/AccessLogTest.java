package io.subsidyrules.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The access log, which an operator can switch on. */
class AccessLogTest {

    @Test
    void itsLinesHaveNoQueryInWhichAnApplicantCanBeNamed() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = AccessLogTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        assertThat(settings.getProperty("quarkus.http.access-log.pattern"))
                .contains("%R")
                .doesNotContain("%r", "%U", "%q", "QUERY", "REQUEST_URL", "REQUEST_LINE", "{q,");
    }
}
