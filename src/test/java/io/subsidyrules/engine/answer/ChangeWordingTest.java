package io.subsidyrules.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of what a fact would have to be reads as words, in English and in Chinese. */
class ChangeWordingTest {

    private static final LocalDate DAY = LocalDate.of(2022, 9, 6);
    private static final List<Text> HEBEI = List.of(new Text("registered in Hebei", "在河北省登记注册"));

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(AcceptedValues.oneOf(List.of(true)), "yes", "是"),
                Arguments.of(AcceptedValues.oneOf(List.of(DAY)), "6 September 2022", "2022年9月6日"),
                Arguments.of(AcceptedValues.oneOf(List.of("a", "b")), "“a” or “b”", "“a”或“b”"),
                Arguments.of(range(DAY, null), "6 September 2022 or later", "2022年9月6日或以后"),
                Arguments.of(range(null, DAY), "6 September 2022 or earlier", "2022年9月6日或以前"),
                Arguments.of(
                        range(DAY, DAY.plusDays(1)),
                        "from 6 September 2022 to 7 September 2022",
                        "2022年9月6日至2022年9月7日"),
                Arguments.of(range(1000, null), "1000 or more", "1000或以上"),
                Arguments.of(range(null, 1000), "1000 or less", "1000或以下"),
                Arguments.of(range(new BigDecimal("1000"), null), "1,000 or more", "1,000或以上"),
                Arguments.of(
                        range(new BigDecimal("0.01"), new BigDecimal("1000.50")),
                        "from 0.01 to 1,000.50",
                        "0.01至1,000.50"),
                Arguments.of(ending("13", "厂"), "beginning with “13”, ending with “厂”", "以“13”开头，以“厂”结尾"),
                Arguments.of(text("13", null), "beginning with “13”", "以“13”开头"),
                Arguments.of(text(null, "[A-Z]*"), "of the form “[A-Z]*”", "符合格式“[A-Z]*”"),
                Arguments.of(text(null, null, "x", "y"), "other than “x” or “y”", "不为“x”或“y”"),
                Arguments.of(text("13", null, "1301"), "beginning with “13”, other than “1301”", "以“13”开头，不为“1301”"),
                Arguments.of(text(null, null), "any value", "任意值"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsWantedIsSaid(AcceptedValues wanted, String en, String zh) {
        Change.NewFact fact = fact(wanted, List.of());
        assertThat(ChangeWording.of(fact, Language.EN)).isEqualTo("date of the evaluation: " + en);
        assertThat(ChangeWording.of(fact, Language.ZH)).isEqualTo("评估日期：" + zh);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatItIsLookedAtForIsSaidBehindIt(AcceptedValues wanted, String en, String zh) {
        Change.NewFact fact = fact(wanted, HEBEI);
        assertThat(ChangeWording.of(fact, Language.EN))
                .isEqualTo("date of the evaluation: " + en + " (registered in Hebei)");
        assertThat(ChangeWording.of(fact, Language.ZH)).isEqualTo("评估日期：" + zh + "（在河北省登记注册）");
    }

    private static Change.NewFact fact(AcceptedValues wanted, List<Text> meaning) {
        return new Change.NewFact("/asOf", Optional.empty(), Optional.empty(), wanted, meaning, true);
    }

    private static AcceptedValues range(@Nullable Object from, @Nullable Object to) {
        return new AcceptedValues(
                List.of(),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static AcceptedValues text(@Nullable String beginning, @Nullable String pattern, String... not) {
        return new AcceptedValues(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(beginning),
                Optional.empty(),
                Optional.ofNullable(pattern),
                List.of(not));
    }

    private static AcceptedValues ending(String beginning, String ending) {
        return new AcceptedValues(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(beginning),
                Optional.of(ending),
                Optional.empty(),
                List.of());
    }
}
