package io.subsidyrules.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/policy-folder.md says what is so: its files are a policy, and its limits are those of the reader. */
class PolicyFolderPageTest {

    private static final Path PAGE = Path.of("docs/policy-folder.md");
    private static final Path LIMITS = Path.of("src/main/java/io/subsidyrules/dialect/source/Limits.java");
    private static final Pattern LIMIT = Pattern.compile("/\\*\\* (.*)\\. \\*/\n.* = ([0-9_]+);");
    private static final Pattern BLOCK = Pattern.compile("```(drl|yaml)\n(?://|#) (\\S+)\n(.*?)```", Pattern.DOTALL);

    @Test
    void theLimitsAreThoseOfTheReader() throws IOException {
        String page = Files.readString(PAGE);
        String made = FaultsPage.between(page, "limits", limits());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, made);
            return;
        }
        assertThat(page)
                .as(
                        "docs/policy-folder.md is up to date; mvn -B test -Dtest=PolicyFolderPageTest -Ddocs.write=true writes it anew")
                .isEqualTo(made);
    }

    private static String limits() throws IOException {
        StringBuilder table = new StringBuilder("| at most | of |\n|---|---|\n");
        LIMIT.matcher(Files.readString(LIMITS))
                .results()
                .forEach(limit -> table.append(String.format(
                        Locale.ROOT,
                        "| %,d | %s |\n",
                        Integer.valueOf(limit.group(2).replace("_", "")),
                        limit.group(1))));
        return table.toString().replaceAll("\\{@code (.*?)}", "`$1`");
    }

    @Test
    void theFilesOfThePageAreAPolicyWhoseScenariosPass() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, String> files = new TreeMap<>();
        BLOCK.matcher(page).results().forEach(block -> files.merge(block.group(2), block.group(3), String::concat));
        assertThat(files).hasSize(6);
        assertThat(page.split("```drl\n|```yaml\n", -1))
                .as("every block names its file")
                .hasSize(9);
        assertThat(Diagnosis.of(RuleSources.of(files))).isEmpty();
    }
}
