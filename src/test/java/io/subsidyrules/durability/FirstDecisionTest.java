package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that has just become ready, on an empty data folder, is asked for a decision at once. */
@Tag("faults")
class FirstDecisionTest {

    private static final int STARTS = Integer.getInteger("faults.first.starts", 5);

    @Test
    void theFirstDecisionAfterReadinessIsRecorded() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            Path data = Files.createTempDirectory(Path.of("target"), "first").resolve("data");
            try (ServiceProcess service = new ServiceProcess(data, Map.of())) {
                service.start();
                service.awaitReady();
                long sent = System.nanoTime();
                HttpResponse<String> decision = service.decide("first");
                millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent));
                assertThat(decision.statusCode()).isEqualTo(201);
            }
        }
        System.out.printf("The first decision after readiness took, in milliseconds: %s%n", millis);
    }
}
