package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.rulesets.kept.LastGood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a restart finds: the folder's rules, or with faulty ones those that were good last, or nothing, but never wrong ones. */
class RestartTest {

    @TempDir
    Path temporary;

    private RulesCopy rules;
    private Path data;
    private String good;

    @BeforeEach
    void liveOnce() {
        rules = RulesCopy.at(temporary.resolve("rules"));
        data = temporary.resolve("data");
        try (Following first = start()) {
            good = first.version();
            assertThat(first.state().folder().scenarios()).isGreaterThan(150);
        }
    }

    @Test
    void withUnchangedRulesTheScenariosAreNotRunAgain() {
        try (Following again = start()) {
            assertThat(again.version()).isEqualTo(good);
            assertThat(again.state().state()).isEqualTo(RulesetState.State.CURRENT);
            assertThat(again.state().folder().scenarios()).isZero();
        }
    }

    @Test
    void aRestartWithUnchangedRulesFindsTheSameNotices() {
        rules.remove(RulesCopy.SCENARIOS);
        List<Notice> before;
        try (Following changed = start()) {
            before = notices(changed.state());
            assertThat(before).isNotEmpty();
        }
        try (Following again = start()) {
            assertThat(again.state().folder().scenarios()).isZero();
            again.await(now -> notices(now).equals(before));
        }
    }

    private static List<Notice> notices(RulesetState now) {
        return now.folder().notices().stream().map(RulesetState.Noticed::notice).toList();
    }

    @Test
    void afterAnUpdateOfTheProgramTheScenariosAreRun() {
        try (Following updated = Following.start(rules.folder(), data, "another program")) {
            assertThat(updated.state().folder().scenarios()).isGreaterThan(150);
        }
    }

    @Test
    void aChangedScenarioIsRun() {
        rules.edit(RulesCopy.SCENARIOS, "total: 1000000.00", "total: 1000000.01");
        try (Following again = start()) {
            assertThat(again.state().state()).isEqualTo(RulesetState.State.STALE);
        }
    }

    @Test
    void withFaultyRulesTheLastGoodOnesServeUntilTheFaultIsMended() {
        rules.edit(RulesCopy.DESIGN, "Industry.", "Industri.");
        try (Following again = start()) {
            assertThat(again.version()).isEqualTo(good);
            assertThat(again.state().state()).isEqualTo(RulesetState.State.STALE);
            assertThat(again.state().live().orElseThrow().origin()).isEqualTo(RulesetState.Origin.KEPT);
            rules.edit(RulesCopy.DESIGN, "Industri.", "Industry.");
            assertThat(again.next().live().orElseThrow().origin()).isEqualTo(RulesetState.Origin.FOLDER);
        }
    }

    @Test
    void aFaultySaveIsNotKept() {
        try (Following running = start()) {
            rules.edit(RulesCopy.DESIGN, "Industry.", "Industri.");
            running.next();
        }
        try (Following again = start()) {
            assertThat(again.version()).isEqualTo(good);
        }
    }

    @Test
    void withFaultyRulesAndNothingKeptNoRulesetIsLiveUntilTheFaultIsMended() {
        rules.edit(RulesCopy.DESIGN, "Industry.", "Industri.");
        try (Following fresh = Following.start(rules.folder(), temporary.resolve("empty"))) {
            assertThat(fresh.state().state()).isEqualTo(RulesetState.State.NONE);
            assertThatExceptionOfType(NoRulesetException.class).isThrownBy(fresh.live()::current);
            rules.edit(RulesCopy.DESIGN, "Industri.", "Industry.");
            fresh.next(now -> now.state() == RulesetState.State.CURRENT);
            assertThat(fresh.version()).isEqualTo(good);
        }
    }

    /** What can become of a file on a disk. */
    enum Damage {
        TRUNCATED,
        EMPTY,
        ONE_BYTE,
        FOREIGN,
        TAMPERED,
        OF_OTHER_CONTENT
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aDamagedFileIsPassedOverAndWrittenAnew(Damage damage) throws IOException {
        Path kept = data.resolve("last-good-rules.zip");
        damage(kept, damage);
        rules.edit(RulesCopy.DESIGN, "Industry.", "Industri.");
        try (Following again = start()) {
            assertThat(again.state().state()).isEqualTo(RulesetState.State.NONE);
            rules.edit(RulesCopy.DESIGN, "Industri.", "Industry.");
            again.next(now -> now.state() == RulesetState.State.CURRENT);
        }
        try (Following once = start()) {
            assertThat(once.state().folder().scenarios()).isZero();
        }
    }

    @Test
    void whereNothingCanBeKeptTheServiceServesAllTheSame() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "no folder");
        try (Following following = Following.start(rules.folder(), file)) {
            assertThat(following.version()).isEqualTo(good);
        }
    }

    private Following start() {
        return Following.start(rules.folder(), data);
    }

    private void damage(Path kept, Damage damage) throws IOException {
        byte[] bytes = Files.readAllBytes(kept);
        switch (damage) {
            case TRUNCATED -> Files.write(kept, Arrays.copyOf(bytes, bytes.length / 2));
            case EMPTY -> Files.write(kept, new byte[0]);
            case ONE_BYTE -> {
                bytes[bytes.length / 2] ^= 1;
                Files.write(kept, bytes);
            }
            case FOREIGN -> Files.writeString(kept, "This is no archive.");
            case TAMPERED -> new SealedZip(kept).replace(RulesCopy.DESIGN, "1_000_000", "9_000_000");
            case OF_OTHER_CONTENT -> {
                TreeMap<String, byte[]> other = new TreeMap<>();
                other.put("x/y.drl", "package x;".getBytes(StandardCharsets.UTF_8));
                new LastGood(data, "this program").keep(new RuleSources(other));
            }
        }
    }
}
