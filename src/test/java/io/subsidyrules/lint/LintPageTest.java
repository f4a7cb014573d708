package io.subsidyrules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** docs/lint.md has all that is found suspicious, with an example of each. */
class LintPageTest {

    @Test
    void theCatalogueIsThatOfTheLinter() throws IOException {
        String page = LintPage.text();
        String made = LintPage.made(page);
        if (Boolean.getBoolean("docs.write")) {
            LintPage.write(made);
            return;
        }
        assertThat(page.equals(made))
                .as("docs/lint.md is up to date; mvn -B test -Dtest=LintPageTest -Ddocs.write=true writes it anew")
                .isTrue();
    }
}
