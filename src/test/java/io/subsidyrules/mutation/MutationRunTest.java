package io.subsidyrules.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The run through all changes, which makes them one after the other and within its time. */
class MutationRunTest {

    private static MutationReport run(Predicate<Place> chosen, Duration time, Progress progress) {
        try (Ruleset ruleset = Ruleset.of(Dialect.read(SourceFolder.sources(FirstPolicy.FOLDER)))) {
            return MutationRun.of(ruleset, List.of(), chosen, time, progress);
        }
    }

    @Test
    void itEndsInTimeWhereItOnlyLooksForChanges() {
        List<Place> asked = new ArrayList<>();
        Predicate<Place> none = place -> {
            asked.add(place);
            return false;
        };
        assertThatExceptionOfType(MutationTimeException.class)
                .isThrownBy(() -> run(none, Duration.ofNanos(1), Progress.NONE))
                .satisfies(late -> assertThat(late.tried()).isZero());
        assertThat(asked).isEmpty();
        assertThat(run(none, Duration.ofMinutes(5), Progress.NONE).results()).isEmpty();
        assertThat(asked).isNotEmpty();
    }

    @Test
    void itTellsOfEachPartOfTheRules() {
        List<String> told = new ArrayList<>();
        MutationReport report = run(
                place -> place.line() < 40,
                Duration.ofMinutes(5),
                (done, all) -> told.add(done <= all ? "in order" : done + " of " + all));
        assertThat(report.results()).isNotEmpty();
        assertThat(told).isNotEmpty().containsOnly("in order");
    }
}
