package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged service on a copy of the data folder that another one uses, and on that folder itself. */
@Tag("faults")
class CopiedFolderFaultsTest {

    @Test
    void aServiceOnACopyRecordsIntoTheCopyAndLeavesTheOriginalAlone() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "copied").toAbsolutePath();
        try (ServiceProcess original = new ServiceProcess(folder.resolve("data"), Map.of());
                ServiceProcess drill = new ServiceProcess(folder.resolve("copy"), Map.of())) {
            original.start();
            original.awaitReady();
            assertThat(original.decide("portal").statusCode()).isEqualTo(201);
            List<ProcessHandle> before = original.postgres().subList(0, 1);
            assertThat(new ProcessBuilder("cp", "-a", "data", "copy")
                            .directory(folder.toFile())
                            .start()
                            .waitFor())
                    .isZero();
            drill.start();
            drill.awaitReady();
            assertThat(drill.decide("restore-drill").statusCode()).isEqualTo(201);
            assertThat(caller(original)).isEqualTo("portal");
            assertThat(caller(drill)).isEqualTo("restore-drill");
            assertThat(original.postgres().subList(0, 1)).isEqualTo(before);
            assertThat(original.decide("portal").statusCode()).isEqualTo(201);
            assertThat(Files.readString(folder.resolve("copy.log")))
                    .contains("postmaster.pid")
                    .doesNotContain("is stopped first");
            ServiceProcess second = new ServiceProcess(folder.resolve("data"), Map.of());
            assertThat(second.ends()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("data.log"))).contains("is in use by another service (process ");
        }
    }

    private static String caller(ServiceProcess service) throws Exception {
        return JsonPath.from(service.get("/v1/decisions?limit=1")).getString("decisions[0].caller");
    }
}
