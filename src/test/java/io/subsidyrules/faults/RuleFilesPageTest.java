package io.subsidyrules.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/rule-files.md says what is so: its files are a policy, its limits and its catalogue those of the reader. */
class RuleFilesPageTest {

    private static final Pattern BLOCK = Pattern.compile("```(drl|yaml)\n(?://|#) (\\S+)\n(.*?)```", Pattern.DOTALL);

    @Test
    void theLimitsAndTheCataloguesAreThoseOfTheReader(@TempDir Path temporary) throws IOException {
        String page = RuleFilesPage.text();
        String made = RuleFilesPage.withGeneratedParts(page, FaultExample.all(temporary), NoticeExample.all(temporary));
        if (Boolean.getBoolean("docs.write")) {
            RuleFilesPage.write(made);
            return;
        }
        assertThat(page.equals(made))
                .as(
                        "docs/rule-files.md is up to date; mvn -B test -Dtest=RuleFilesPageTest -Ddocs.write=true writes it anew")
                .isTrue();
    }

    @Test
    void theFilesOfThePageAreAPolicyWhoseScenariosPass() throws IOException {
        String page = RuleFilesPage.text();
        Map<String, String> files = new TreeMap<>();
        BLOCK.matcher(page).results().forEach(block -> files.merge(block.group(2), block.group(3), String::concat));
        assertThat(files).hasSize(6);
        assertThat(page.split("```drl\n|```yaml\n", -1))
                .as("every block names its file")
                .hasSize(9);
        assertThat(Diagnosis.of(RuleSources.of(files))).isEmpty();
    }
}
