package io.subsidyrules.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code bin/training-run} where there is nothing that it could make an archive of. */
class TrainingRunTest {

    private static final String REMEDY = "-Dquarkus.package.jar.type=aot-jar";

    @TempDir
    private Path home;

    private Path script = Path.of("");

    /** How a command ended, and what it said. */
    private record Said(int code, String text) {}

    @BeforeEach
    void copyScript() throws IOException {
        script = Files.copy(
                Path.of("bin/training-run"),
                Files.createDirectory(home.resolve("bin")).resolve("training-run"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void withoutAServiceItSaysHowToPackageOne() throws Exception {
        Said said = run();
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("not packaged yet").contains(REMEDY);
    }

    /** Such as a fast-jar, whose classes are loaded by Quarkus. */
    @Test
    void aJarWhoseClassPathLacksTheServiceIsRefused() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        new JarOutputStream(Files.newOutputStream(home.resolve("quarkus-run.jar")), manifest).close();
        Said said = run();
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("cannot be archived").contains(REMEDY).contains("VerifyLedger");
        assertThat(home).isDirectoryNotContaining("glob:**app.*");
    }

    private Said run() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(script.toString()).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }
}
