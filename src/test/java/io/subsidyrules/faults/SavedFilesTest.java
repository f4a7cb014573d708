package io.subsidyrules.faults;

import static io.subsidyrules.faults.FaultExample.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Language;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as the editors of different systems save them. */
class SavedFilesTest {

    private static final String MEASURE = "hebei-quality-2022/measure-09.drl";
    private static final String CLAIMS = "hebei-quality-2022/claims.drl";
    private static final String POLICY = "hebei-quality-2022/policy.yaml";

    @Test
    void aByteOrderMarkIsAcceptedAndNotCounted() {
        assertThat(Diagnosis.of(marked(RULES))).isEmpty();
        RuleSources faulty = FaultExample.changed(RULES, MEASURE, "// Measure", "★ Measure");
        assertThat(Diagnosis.of(marked(faulty)).get(0).place()).isEqualTo(new Place(MEASURE, 1, 1));
        assertThat(marked(faulty).excerpt(new Place(MEASURE, 1, 1)).line()).startsWith("★");
    }

    @Test
    void linesThatEndAsOnWindowsAreAccepted() {
        assertThat(Diagnosis.of(replaced(RULES, "\n", "\r\n"))).isEmpty();
        RuleSources faulty = replaced(FaultExample.changed(RULES, MEASURE, "level ==", "levl =="), "\n", "\r\n");
        Fault fault = Diagnosis.of(faulty).get(0);
        assertThat(fault.place()).isEqualTo(new Place(MEASURE, 14, 29));
        assertThat(faulty.excerpt(fault.place()).line()).endsWith("<= asOf )");
    }

    @Test
    void aTextWithoutAnEndDoesNotTakeTheEndOfAWindowsLineWithIt() {
        RuleSources faulty = replaced(
                FaultExample.changed(RULES, MEASURE, "\"2022-09-06\"\nwhen", "\"2022-09-06\nwhen"), "\n", "\r\n");
        assertThat(Diagnosis.of(faulty)).extracting(Fault::code).containsExactly(FaultCode.STRING_NOT_CLOSED);
    }

    @Test
    void tabsAreAcceptedInRulesAndTheCaretStandsBelowItsWord() {
        String text = FaultExample.text(RULES, MEASURE);
        RuleSources tabbed = FaultExample.with(RULES, MEASURE, text.replace("    ", "\t"));
        assertThat(Diagnosis.of(tabbed)).isEmpty();
        RuleSources faulty = FaultExample.changed(tabbed, MEASURE, "level ==", "levl ==");
        Fault fault = Diagnosis.of(faulty).get(0);
        assertThat(fault.place()).isEqualTo(new Place(MEASURE, 14, 26));
        Excerpt excerpt = faulty.excerpt(fault.place());
        assertThat(excerpt.line()).startsWith("\t$centre : DesignCentre( levl ==");
        assertThat(excerpt.caret()).isEqualTo("\t" + " ".repeat(24) + "^^^^");
    }

    @Test
    void belowAWideCharacterTheBlanksAndTheCaretAreWide() {
        RuleSources faulty = FaultExample.changed(RULES, CLAIMS, "\"认定日期\" )", "\"认定日期\" ）");
        Fault fault = Diagnosis.of(faulty).get(0);
        assertThat(faulty.excerpt(fault.place()).caret()).isEqualTo(" ".repeat(43) + "　".repeat(4) + "  ＾");
    }

    @Test
    void gbkIsRefusedAtItsFirstByteInAnExcerptThatCanBeRead() {
        SortedMap<String, byte[]> files = new TreeMap<>(RULES.files());
        for (String file : new String[] {CLAIMS, POLICY}) {
            files.put(file, FaultExample.text(RULES, file).getBytes(Charset.forName("GBK")));
        }
        RuleSources faulty = new RuleSources(files);
        assertThat(Diagnosis.of(faulty))
                .extracting(Fault::code)
                .containsOnly(FaultCode.NOT_UTF8)
                .hasSize(2);
        Fault fault = Diagnosis.of(faulty).get(0);
        assertThat(fault.told(Language.EN)).contains("It looks like GBK, which Notepad calls ANSI.");
        assertThat(faulty.excerpt(fault.place()).line()).isEqualTo("    INTERNATIONAL( \"international\", \"国际标准\" ),");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void twoBytesACharacterAreRefusedOnceInAnExcerptThatCanBeRead(String encoding) {
        SortedMap<String, byte[]> files = new TreeMap<>(RULES.files());
        files.put(MEASURE, FaultExample.text(RULES, MEASURE).getBytes(Charset.forName(encoding)));
        RuleSources faulty = new RuleSources(files);
        assertThat(Diagnosis.of(faulty)).singleElement().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo(new Place(MEASURE, 1, 1));
            assertThat(fault.told(Language.EN)).contains("UTF-16");
            assertThat(faulty.excerpt(fault.place()).line()).startsWith("// Measure (9)");
        });
    }

    private static RuleSources marked(RuleSources sources) {
        Map<String, String> texts = new TreeMap<>();
        sources.files().keySet().forEach(file -> texts.put(file, "\uFEFF" + FaultExample.text(sources, file)));
        return RuleSources.of(texts);
    }

    private static RuleSources replaced(RuleSources sources, String from, String to) {
        Map<String, String> texts = new TreeMap<>();
        sources.files()
                .keySet()
                .forEach(
                        file -> texts.put(file, FaultExample.text(sources, file).replace(from, to)));
        return RuleSources.of(texts);
    }
}
