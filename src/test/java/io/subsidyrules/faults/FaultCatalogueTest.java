package io.subsidyrules.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake of the catalogue is told by one fault, at its place, in both languages; and nothing else is. */
class FaultCatalogueTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("%[0-9]\\$s");

    @TestFactory
    Stream<DynamicTest> everyMistakeIsToldByItsFaultAndByNoOther(@TempDir Path temporary) throws IOException {
        return FaultExample.all(temporary).stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.code() + " at " + example.place() + ": " + example.mistake(), () -> isTold(example)));
    }

    private static void isTold(FaultExample example) {
        List<Fault> faults = new ArrayList<>(Diagnosis.of(example.sources()));
        List<Fault> expected = faults.stream()
                .filter(fault -> fault.code() == example.code() && fault.place().equals(example.place()))
                .toList();
        assertThat(expected).as("the fault among %s", faults).isNotEmpty();
        faults.remove(expected.get(0));
        assertThat(faults)
                .as("other faults")
                .extracting(Fault::code)
                .containsExactlyInAnyOrderElementsOf(example.also());
        for (Language language : Language.values()) {
            assertThat(expected.get(0).told(language).lines().map(String::strip))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).doesNotContain("%1", "%2", "%3", "  ", " 。", " ，"));
        }
        assertThat(example.sources().excerpt(example.place()).caret()).matches("[ \t\u3000]*[\\^\uFF3E]*");
    }

    @Test
    void everyCodeHasAnExample(@TempDir Path temporary) throws IOException {
        Set<FaultCode> shown = FaultExample.all(temporary).stream()
                .map(FaultExample::code)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultCode.class)));
        assertThat(EnumSet.allOf(FaultCode.class)).isEqualTo(shown);
    }

    @Test
    void everyCodeHasASentenceAndARemedyInBothLanguagesWithTheSameDetails() throws IOException {
        Properties en = FaultsPage.sentences("en");
        Properties zh = FaultsPage.sentences("zh");
        Set<String> keys = Stream.of(FaultCode.values())
                .flatMap(code -> Stream.of(code.name(), code + ".remedy"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(en.stringPropertyNames())).isEqualTo(keys);
        assertThat(new TreeSet<>(zh.stringPropertyNames())).isEqualTo(keys);
        assertThat(keys)
                .allSatisfy(key -> assertThat(details(zh.getProperty(key))).isEqualTo(details(en.getProperty(key))));
    }

    private static Set<String> details(String sentence) {
        return PLACEHOLDER.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
