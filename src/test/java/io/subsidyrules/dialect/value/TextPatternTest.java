package io.subsidyrules.dialect.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pattern of a field matches what RE2/J matches, whichever way it is tried. */
class TextPatternTest {

    private static final String CHARACTERS = "059AHZamz-[]{}^.\\一\uD83D\uDE00é";

    @Property(tries = 2000)
    void matchesWhatRe2jMatches(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        Pattern reference = Pattern.compile(pattern);
        assertThat(new TextPattern(reference).matches(text))
                .as("%s and %s", pattern, text)
                .isEqualTo(reference.matches(text));
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> classes = Arbitraries.of(
                "[0-9]",
                "[0-9]{2}",
                "[A-H]{0}",
                "[A-HJ-Z]",
                "[05A]{1}",
                "[9-A]{2}",
                "[0-9a-z]{3}",
                "A",
                "[^0-9]",
                "[A-]",
                "[-9]",
                "[0-9]{1,3}",
                "[0-9]{2,}",
                "[0-9]?",
                "[0-9]+",
                "[a-z]*",
                "\\d{2}",
                ".",
                "(?i)[a]",
                "[0-9]|[a-z]",
                "[一-龥]",
                "[.]",
                "-");
        return classes.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars(CHARACTERS.toCharArray()).ofMaxLength(5);
    }

    @ParameterizedTest
    @CsvSource({
        "[0-9A-HJ-NPQRTUWXY]{18}, 91130100MA0ABCDE10, true",
        "[0-9A-HJ-NPQRTUWXY]{18}, 91130100MA0ABCDI10, false",
        "[0-9A-HJ-NPQRTUWXY]{18}, 91130100MA0ABCDE1, false",
        "[0-9]{6}, 130100, true",
        "[0-9]{6}, 1301001, false",
        "[0-9]{6}, １３０１００, false"
    })
    void codesAreMatchedAsAWhole(String pattern, String text, boolean matches) {
        assertThat(new TextPattern(Pattern.compile(pattern)).matches(text)).isEqualTo(matches);
    }
}
