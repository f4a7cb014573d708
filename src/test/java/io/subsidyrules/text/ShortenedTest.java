package io.subsidyrules.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long texts are cut with an ellipsis, and no character in two. */
class ShortenedTest {

    @Test
    void aTextThatFitsStaysAsItIs() {
        assertThat(Shortened.end("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Shortened.middle("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Shortened.apart("abcdef", "abcdeg", 6)).isEqualTo(List.of("abcdef", "abcdeg"));
    }

    @Test
    void aLongerOneLosesItsEndOrItsMiddle() {
        assertThat(Shortened.end("abcdefg", 6)).isEqualTo("abcdef…");
        assertThat(Shortened.middle("abcdefg", 6)).isEqualTo("abcd…fg");
        assertThat(Shortened.lines("ab\ncd\nef\n", 7)).isEqualTo("ab\ncd\n…");
    }

    @Test
    void ofTwoLongTextsThePartInWhichTheyBeginToDifferIsShown() {
        assertThat(Shortened.apart("a".repeat(100) + "x" + "b".repeat(100), "a".repeat(100) + "y", 9))
                .isEqualTo(List.of("…aaaxbbbbb…", "…aaay"));
    }

    @Test
    void noCharacterIsCutInTwo() {
        String faces = "😀".repeat(50);
        for (int most = 2; most < 20; most++) {
            assertThat(List.of(Shortened.end(faces, most), Shortened.middle(faces, most)))
                    .allMatch(text -> text.codePoints().allMatch(point -> point == 0x1F600 || point == '…'));
            assertThat(Shortened.apart(faces + "x", faces + "y", most)).allMatch(text -> text.codePoints()
                    .allMatch(point -> point == 0x1F600 || point == '…' || point == 'x' || point == 'y'));
        }
        assertThat(Excerpt.of("x" + faces.repeat(5), new Place("a", 1, 101))
                        .line()
                        .codePoints())
                .allMatch(point -> point == 0x1F600 || point == 'x');
    }

    @Test
    void aFaultIsShortWhateverIsWrittenInTheFile() {
        String written = "甲".repeat(100_000);
        Fault fault = Fault.of(
                Place.startOf("a.scenarios.yaml"), FaultCode.SCENARIO_FAILED, written, new Text(written, written));
        assertThat(fault.text().zh()).hasSizeLessThan(1_300).contains("…");
        assertThat(fault.text().en()).hasSizeLessThan(1_300).contains("…");
        Text detail = new Text(written, written);
        Fault longer = Fault.of(Place.startOf("a.scenarios.yaml"), FaultCode.SCENARIO_FAILED, detail, detail);
        assertThat(longer.text().zh()).hasSize(Shortened.SENTENCE + 1).endsWith("…");
    }
}
