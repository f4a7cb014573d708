package io.subsidyrules.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSampleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1[34].*; 13",
                "A|B; A",
                "[1-9][0-9]{5}; 100000",
                "(?:GB|ISO) ?[0-9]+(-[0-9]{4})?; GB0",
                "\\d{2}\\.[^0-9]x*; 00.a",
                "[A-Z]{2,3}; AA"
            })
    void itIsShortAndMatches(String pattern, String text) {
        assertThat(PatternSample.of(pattern)).isEqualTo(text);
        assertThat(Pattern.compile(pattern).matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "[", "[]", "a{", "\\", "(?i)a", "[^", "a{99999}", "|", ")", "*", "[[:alpha:]]"})
    void anyPatternCanBeRead(String pattern) {
        assertThat(PatternSample.of(pattern)).isNotNull();
    }
}
