package io.subsidyrules.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.regression.Judgement;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An item that is given per applicant has a notice unless a limit leaves no more than one claim can get. */
class PerApplicantTest {

    private static final String CENTRE = "hebei-quality-2022/measure-09.drl";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit( $awards, awards( 1 ) )          | false
            limit( $awards, awards( 2 ) )          | true
            limit( $awards, yuan( 1_000_000 ) )    | false
            limit( $awards, yuan( 1_000_000.01 ) ) | true
            limit( $awards, highest() )            | false
            """)
    void aLimitAboveOneAwardLeavesTheNotice(String limit, boolean told) {
        RuleSources sources = limited(limit);
        Judgement judgement = Judgement.of(sources);
        assertThat(judgement.faults()).isEmpty();
        assertThat(Notices.of(sources, judgement).stream()
                        .anyMatch(notice -> notice.code() == NoticeCode.PER_APPLICANT))
                .isEqualTo(told);
    }

    /** The first policy, with the awards to a provincial centre given per applicant and limited. */
    private static RuleSources limited(String limit) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(FirstPolicy.FOLDER).files());
        files.computeIfPresent(CENTRE, (file, bytes) -> (new String(bytes, StandardCharsets.UTF_8)
                                .replaceFirst("@per\\( \"centre\" \\)", "@per( \"applicant\" )")
                        + """

                                rule "one centre"
                                    @clause( "9.1" )
                                    date-effective "2022-09-06"
                                when
                                    $awards : Awards( item == "provincial-design-centre" )
                                then
                                    %s;
                                end
                                """.formatted(limit))
                .getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }
}
