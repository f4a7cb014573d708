package io.subsidyrules.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A limit that is changed in place is told as a limit, an item as an item. */
class ChangedLimitTest {

    private static final String CENTRE = "hebei-quality-2022/measure-09.drl";
    private static final String LIMIT = """

            rule "centres of a year"
                @clause( "9.1" )
                date-effective "2022-09-06"
            when
                $awards : Awards( clause == "9.1", year == asOf.year )
            then
                limit( $awards, awards( 3 ) );
            end
            """;

    @Test
    void aChangedLimitIsCalledALimit() {
        try (Ruleset before = Ruleset.of(with(LIMIT));
                Ruleset after = Ruleset.of(with(LIMIT.replace("awards( 3 )", "awards( 4 )")))) {
            assertThat(Notices.ofChange(before.book(), after, LocalDate.of(2026, 3, 1)))
                    .singleElement()
                    .satisfies(notice ->
                            assertThat(notice.text().in(Language.EN)).contains("on the limit “centres of a year”,"))
                    .satisfies(
                            notice -> assertThat(notice.text().in(Language.ZH)).startsWith("限额“centres of a year”在"));
        }
    }

    private static RuleSources with(String limit) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(FirstPolicy.FOLDER).files());
        files.computeIfPresent(CENTRE, (file, bytes) -> (new String(bytes, StandardCharsets.UTF_8) + limit)
                .getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }
}
