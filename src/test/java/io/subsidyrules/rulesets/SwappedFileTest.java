package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may write to the rules folder, and no more, reads nothing through the service and keeps it from nothing. */
class SwappedFileTest {

    private static final int LOOKS = 100;

    @TempDir
    Path temporary;

    @Test
    void noFileOfAnotherIsReadWhileARuleFileIsSwappedAndTheNextSaveGoesLive() throws Exception {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"));
        Path secret = Files.writeString(temporary.resolve("ledger-key.pem"), Swapping.SECRET);
        RulesFolder folder = new RulesFolder(rules.folder(), () -> true);
        folder.settled();
        try (Swapping swapping = new Swapping(rules, RulesCopy.DESIGN, secret)) {
            for (int i = 0; i < LOOKS; i++) {
                folder.changed().ifPresent(read -> assertThat(shown(read.files().values()))
                        .noneMatch(text -> text.contains("PRIVATE KEY")));
            }
            assertThat(swapping.swaps()).isGreaterThan(LOOKS);
        }
        rules.comment(RulesCopy.DESIGN, "the next save");
        assertThat(new String(nextRead(folder), StandardCharsets.UTF_8)).endsWith("// the next save\n");
    }

    @Test
    void aPipeAnotherNameAndALinkOutAreToldAndNotRead() throws Exception {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"));
        Path secret = Files.writeString(temporary.resolve("ledger-key.pem"), Swapping.SECRET);
        new ProcessBuilder("mkfifo", rules.path("hebei-quality-2022/a-pipe.drl").toString())
                .start()
                .waitFor();
        Files.createLink(rules.path("hebei-quality-2022/b-name.drl"), secret);
        Files.createSymbolicLink(rules.path("hebei-quality-2022/c-link.drl"), secret);
        Files.createSymbolicLink(rules.path("d-folder"), temporary);
        RulesFolder folder = new RulesFolder(rules.folder(), () -> true);
        assertThat(folder.settled().faults())
                .extracting(Fault::code)
                .containsExactly(
                        FaultCode.FILE_OUTSIDE,
                        FaultCode.FILE_UNREADABLE,
                        FaultCode.FILE_LINKED,
                        FaultCode.FILE_OUTSIDE);
        assertThat(folder.missed()).isEmpty();
    }

    private static byte[] nextRead(RulesFolder folder) {
        while (true) {
            var read = folder.changed();
            if (read.isPresent() && read.get().faults().isEmpty()) {
                return Objects.requireNonNull(read.get().files().get(RulesCopy.DESIGN));
            }
            Thread.onSpinWait();
        }
    }

    private static List<String> shown(Collection<byte[]> files) {
        return files.stream()
                .map(content -> new String(content, StandardCharsets.ISO_8859_1))
                .toList();
    }
}
