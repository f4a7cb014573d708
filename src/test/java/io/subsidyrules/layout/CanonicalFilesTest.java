package io.subsidyrules.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.text.Columns;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules and the examples are written as authors see them laid out. */
class CanonicalFilesTest {

    @Test
    void everyFileOfTheRulesAndOfTheExamplesHasTheLayout() {
        List<LayoutFiles.Written> files = LayoutFiles.authored();
        assertThat(files).hasSizeGreaterThan(60);
        assertThat(files).allSatisfy(file -> assertThat(CanonicalLayout.of(file.path(), file.text()))
                .as(file.path())
                .isEqualTo(file.text()));
    }

    @Test
    void theLayoutOfALayoutIsTheSame() {
        assertThat(LayoutFiles.honest()).hasSizeGreaterThan(20).allSatisfy(file -> {
            String layout = CanonicalLayout.of(file.path(), file.text());
            assertThat(CanonicalLayout.of(file.path(), layout)).isEqualTo(layout);
        });
    }

    @Test
    void noLineOfARuleFileThatCanBeBrokenIsTooWide() {
        assertThat(LayoutFiles.authored().stream()
                        .filter(file -> file.path().endsWith(".drl"))
                        .flatMap(file ->
                                CanonicalLayout.of(file.path(), file.text()).lines())
                        .filter(line -> !line.strip().startsWith("//"))
                        .filter(line -> line.codePoints().map(Columns::of).sum() > 120))
                .isEmpty();
    }

    @Test
    void noLineHasATabOrEndsInABlankAndNoBlankLineFollowsAnother() {
        assertThat(LayoutFiles.honest()).allSatisfy(file -> {
            String layout = CanonicalLayout.of(file.path(), file.text());
            assertThat(layout)
                    .doesNotContain("\t", " \n", "\r", "\n\n\n", "\uFEFF")
                    .endsWith("\n");
            assertThat(layout).doesNotEndWith("\n\n");
        });
    }

    @Test
    void rulesScenariosAndPoliciesHaveALayoutAndNothingElse() {
        assertThat(List.of("a/measure-01.drl", "vocabulary/applicant.drl", "a/b.scenarios.yaml", "a/policy.yaml"))
                .allMatch(CanonicalLayout::isFor);
        assertThat(List.of(
                        "a/table.csv", "a/README.md", "openapi.yaml", "a/other-policy.yaml", "a/x.drl.bak", "a/~b.drl"))
                .noneMatch(CanonicalLayout::isFor);
    }
}
