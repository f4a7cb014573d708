package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.rulesets.kept.KeepingFailure;
import io.subsidyrules.rulesets.kept.LastGood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ruleset that decides is the one that a restart with faulty rules finds, or the service says that it is not. */
class RulesetKeeperTest {

    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    Path temporary;

    private RulesCopy rules;
    private Path data;

    @BeforeEach
    void copy() {
        rules = RulesCopy.at(temporary.resolve("rules"));
        data = temporary.resolve("data");
    }

    @Test
    void whatCannotBeKeptIsTriedAgainUntilItIs() throws IOException {
        Files.writeString(data, "a file where the folder belongs");
        try (Following following = start()) {
            KeepingFailure unkept = following.live().unkept().orElseThrow();
            assertThat(unkept.why().en()).isNotBlank();
            assertThat(new RulesetReadiness(following.live()).call().getData().orElseThrow())
                    .hasEntrySatisfying("kept", told -> assertThat(told.toString())
                            .contains("is not kept since " + unkept.since()));
            Files.delete(data);
            awaitKept(following);
            assertThat(kept()).isEqualTo(following.version());
            assertThat(new RulesetReadiness(following.live()).call().getData().orElseThrow())
                    .doesNotContainKey("kept");
        }
    }

    @Test
    void aChangeThatCannotBeKeptIsWhatTheNextStartFindsOnceThereIsRoom() throws IOException {
        String changed;
        try (Following following = start()) {
            Path aside = temporary.resolve("aside");
            Files.move(data, aside);
            Files.writeString(data, "a file where the folder belongs");
            rules.comment(RulesCopy.DESIGN, "changed");
            following.next(now -> now.state() == RulesetState.State.CURRENT);
            changed = following.version();
            assertThat(following.live().unkept()).isPresent();
            Files.delete(data);
            Files.move(aside, data);
            awaitKept(following);
        }
        rules.edit(RulesCopy.DESIGN, "Industry.", "Industri.");
        try (Following again = start()) {
            assertThat(again.version()).isEqualTo(changed);
        }
    }

    @Test
    void whatIsTakenAwayIsKeptAgain() throws IOException {
        try (Following following = start()) {
            Path file = data.resolve("last-good-rules.zip");
            assertThat(file).exists();
            Files.delete(file);
            await(() -> Files.exists(file));
            await(() -> kept().equals(following.version()));
        }
    }

    @Test
    void rulesThatDecidedLaterThanThoseKeptServeWhereTheFolderHasFaults() throws IOException {
        try (Following first = start()) {
            assertThat(first.live().unkept()).isEmpty();
        }
        RulesCopy later = RulesCopy.at(temporary.resolve("later")).comment(RulesCopy.DESIGN, "changed");
        RuleSources newest = SourceFolder.sources(later.folder());
        rules.edit(RulesCopy.DESIGN, "Industry.", "Industri.");
        try (Following again = start()) {
            Fallback fallback = again.live().fallback();
            assertThat(fallback.isNeeded()).isTrue();
            assertThat(fallback.version()).contains(again.version()).isNotEqualTo(Optional.of(newest.version()));
            fallback.offer(newest);
            again.next(now -> now.live().orElseThrow().ruleset().version().equals(newest.version()));
            await(() -> !fallback.isOffered());
            assertThat(fallback.reason()).isEmpty();
            assertThat(kept()).isEqualTo(newest.version());
            rules.edit(RulesCopy.DESIGN, "Industri.", "Industry.");
            again.next(now -> now.state() == RulesetState.State.CURRENT);
            assertThat(fallback.isNeeded()).isFalse();
        }
    }

    @Test
    void rulesThatDecidedLaterAndHaveFaultsByNowAreToldAndDoNotServe() {
        try (Following first = start()) {
            assertThat(first.live().fallback().isNeeded()).isFalse();
        }
        RulesCopy later = RulesCopy.at(temporary.resolve("later")).edit(RulesCopy.DESIGN, "Industry.", "Industr.");
        RuleSources newest = SourceFolder.sources(later.folder());
        rules.edit(RulesCopy.DESIGN, "Industry.", "Industri.");
        try (Following again = start()) {
            String before = again.version();
            again.live().fallback().offer(newest);
            await(() -> !again.live().fallback().isOffered());
            assertThat(again.version()).isEqualTo(before);
            assertThat(new RulesetReadiness(again.live()).call().getData().orElseThrow())
                    .hasEntrySatisfying(
                            "newest", told -> assertThat(told.toString()).contains(newest.version()));
        }
    }

    private Following start() {
        return Following.start(rules.folder(), data);
    }

    private String kept() {
        return new LastGood(data, "this program")
                .read()
                .map(kept -> kept.sources().version())
                .orElse("");
    }

    private static void awaitKept(Following following) {
        await(() -> following.live().unkept().isEmpty());
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
