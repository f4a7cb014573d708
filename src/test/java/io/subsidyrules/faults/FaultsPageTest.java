package io.subsidyrules.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/faults.md has all faults and notices that the reader knows, with an example of each. */
class FaultsPageTest {

    @Test
    void theCataloguesAreThoseOfTheReader(@TempDir Path temporary) throws IOException {
        String page = FaultsPage.text();
        String made = FaultsPage.withGeneratedParts(page, FaultExample.all(temporary), NoticeExample.all(temporary));
        if (Boolean.getBoolean("docs.write")) {
            FaultsPage.write(made);
            return;
        }
        assertThat(page.equals(made))
                .as("docs/faults.md is up to date; mvn -B test -Dtest=FaultsPageTest -Ddocs.write=true writes it anew")
                .isTrue();
    }
}
