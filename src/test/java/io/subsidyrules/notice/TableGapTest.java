package io.subsidyrules.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values without a row in a table are told only where the conditions of a rule that reads it let them through. */
class TableGapTest {

    private static final String CENTRE = "hebei-quality-2022/measure-09.drl";
    private static final String CONDITIONS =
            "level == CentreLevel.PROVINCIAL, recognisedOn >= \"2022-09-06\", recognisedOn <= asOf";

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            level == CentreLevel.PROVINCIAL                                   ; level,award~PROVINCIAL,1000000          ;
            level != CentreLevel.NATIONAL                                     ; level,award~PROVINCIAL,1000000          ;
            level in ( CentreLevel.PROVINCIAL )                               ; level,award~PROVINCIAL,1000000          ;
            !( level == CentreLevel.NATIONAL || recognisedOn > "2023-01-01" ) ; level,award~PROVINCIAL,1000000          ;
            level == CentreLevel.PROVINCIAL || recognisedOn > "2023-01-01"    ; level,award~PROVINCIAL,1000000          ; national
            recognisedOn <= asOf                                              ; level,award~PROVINCIAL,1000000          ; national
            recognisedOn >= "2022-09-06"                                      ; on,award~>=2022-09-06,1000000           ;
            recognisedOn > "2022-09-05", recognisedOn < "2024-01-01"          ; on,award~2022-01-01..2024-01-01,1000000 ;
            recognisedOn >= "2022-09-06", recognisedOn <= "2024-01-01"        ; on,award~2022-01-01..2024-01-01,1000000 ; 1 January 2024
            """)
    void onlyValuesThatAReadingRuleLetsThroughAreGaps(String conditions, String table, @Nullable String gap) {
        RuleSources sources = reading(conditions, table.replace('~', '\n'));
        Judgement judgement = Judgement.of(sources);
        assertThat(judgement.faults()).noneMatch(fault -> !fault.place().file().endsWith(".scenarios.yaml"));
        assertThat(Notices.of(sources, judgement).stream()
                        .filter(notice -> notice.code() == NoticeCode.TABLE_GAP)
                        .map(notice -> notice.text().in(Language.EN)))
                .allMatch(told -> gap != null && told.contains(gap))
                .hasSize(gap == null ? 0 : 1);
    }

    /** The first policy, with the award to a provincial centre in a table that may lack rows. */
    private static RuleSources reading(String conditions, String table) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(FirstPolicy.FOLDER).files());
        String key = table.startsWith("on") ? "recognisedOn" : "level";
        files.computeIfPresent(CENTRE, (file, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replace(CONDITIONS, conditions + ", $key : " + key)
                .replaceFirst("yuan\\( 1_000_000 \\)", "table( \"centres\" ).at( \\$key )")
                .getBytes(StandardCharsets.UTF_8));
        files.put("hebei-quality-2022/centres.csv", table.getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }
}
