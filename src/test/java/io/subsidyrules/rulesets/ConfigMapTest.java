package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules mounted as Kubernetes mounts a ConfigMap: the folder holds links into {@code ..data}, itself a link to a folder
 * with the time in its name, and an update swaps that one link.
 */
class ConfigMapTest {

    @TempDir
    Path temporary;

    @Test
    void aSwappedConfigMapGoesLiveWhole() throws IOException {
        Path mount = Files.createDirectory(temporary.resolve("mount"));
        RulesCopy.at(mount.resolve("..2026_01_01"));
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_01_01"));
        for (String folder : new String[] {"vocabulary", "hebei-quality-2022"}) {
            Files.createSymbolicLink(mount.resolve(folder), Path.of("..data", folder));
        }
        try (Following following = Following.start(mount, temporary.resolve("data"))) {
            assertThat(following.state().state()).isEqualTo(RulesetState.State.CURRENT);
            String before = following.version();
            RulesCopy.at(mount.resolve("..2026_01_02")).comment(RulesCopy.DESIGN, "second");
            Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of("..2026_01_02"));
            Files.move(mount.resolve("..data_tmp"), mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
            following.next(now -> now.state() == RulesetState.State.CURRENT);
            assertThat(following.version()).isNotEqualTo(before);
        }
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedAndNotRead() throws IOException {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"));
        Path secret = Files.writeString(temporary.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(rules.path("hebei-quality-2022/secret.drl"), secret);
        try (Following following = Following.start(rules.folder(), temporary.resolve("data"))) {
            assertThat(following.state().folder().faults())
                    .extracting(Fault::code)
                    .containsExactly(FaultCode.FILE_OUTSIDE);
            assertThat(following.state().folder().sources().files()).doesNotContainKey("hebei-quality-2022/secret.drl");
        }
    }
}
