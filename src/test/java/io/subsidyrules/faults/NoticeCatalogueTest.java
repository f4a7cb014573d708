package io.subsidyrules.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.NoticeCode;
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

/** What is sound and looks wrong is told by one notice, at its place, in both languages; and nothing else is. */
class NoticeCatalogueTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("%[0-9]\\$s");

    @TestFactory
    Stream<DynamicTest> everyExampleIsToldByItsNoticeAndByNoOther(@TempDir Path temporary) throws IOException {
        return NoticeExample.all(temporary).stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.code() + " at " + example.place() + ": " + example.change(), () -> isTold(example)));
    }

    private static void isTold(NoticeExample example) {
        List<Notice> notices = new ArrayList<>(NoticeExample.noticesOf(example.before(), example.sources()));
        List<Notice> expected = notices.stream()
                .filter(notice ->
                        notice.code() == example.code() && notice.place().equals(example.place()))
                .toList();
        assertThat(expected).as("the notice among %s", notices).isNotEmpty();
        notices.remove(expected.get(0));
        assertThat(notices).as("other notices").extracting(Notice::code).containsExactlyElementsOf(example.also());
        for (Language language : Language.values()) {
            assertThat(expected.get(0).told(language)).doesNotContain("%1", "%2", "  ", " 。", " ，");
            assertThat(expected.get(0).text().in(language)).matches("(?s).*[.。]");
        }
    }

    @Test
    void everyCodeHasAnExample(@TempDir Path temporary) throws IOException {
        assertThat(NoticeExample.all(temporary))
                .extracting(NoticeExample::code)
                .containsAll(EnumSet.allOf(NoticeCode.class));
    }

    @Test
    void everyCodeHasASentenceAndARemedyInBothLanguagesWithTheSameDetails() throws IOException {
        Properties en = FaultsPage.sentencesOfNotices("en");
        Properties zh = FaultsPage.sentencesOfNotices("zh");
        Set<String> keys = Stream.of(NoticeCode.values())
                .flatMap(code -> Stream.of(code.name(), code + ".remedy"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(en.stringPropertyNames())).isEqualTo(keys);
        assertThat(new TreeSet<>(zh.stringPropertyNames())).isEqualTo(keys);
        assertThat(keys)
                .allSatisfy(key -> assertThat(details(zh.getProperty(key))).isEqualTo(details(en.getProperty(key))));
    }

    @Test
    void nothingLooksWrongInTheFirstPolicy() {
        assertThat(NoticeExample.noticesOf(FaultExample.RULES, FaultExample.RULES))
                .isEmpty();
    }

    private static Set<String> details(String sentence) {
        return PLACEHOLDER.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
